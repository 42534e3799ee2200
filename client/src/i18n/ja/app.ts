/** Texts around every page. */
export const app = {
  staffRole: { COUNTER: '窓口', MANAGER: '管理', AUDITOR: '監査' },
  notHere: {
    title: 'このページは見られません',
    what: '消えたか、いまの役割では見られないページです',
    next: 'アドレスを確かめるか、はじめのページからさがしてください。',
    home: 'はじめのページへ',
  },
  failed: {
    title: '読みこめませんでした',
    what: 'ページを読みこめませんでした。つながりを確かめて、もう一度ためしてください。',
    again: 'もう一度ためす',
  },
} as const
