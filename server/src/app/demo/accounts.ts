/** The accounts anybody may sign in with while DEMO=1. */
export const DEMO_PASSWORD = 'Madoguchi#2026'

export const demoAccounts = {
  seeker: { email: 'seeker@demo.example', name: '水野 はるか', nameKana: 'ミズノ ハルカ' },
  onlineSeeker: { email: 'online-seeker@demo.example', name: '秋庭 健太', nameKana: 'アキバ ケンタ' },
  employer: { email: 'employer@demo.example', name: '森下 なつき', nameKana: 'モリシタ ナツキ', title: '採用担当' },
  employer2: { email: 'employer2@demo.example', name: '小野寺 直子', nameKana: 'オノデラ ナオコ', title: '事務長' },
  counter: { email: 'counter@demo.example', name: '窪田 真央', nameKana: 'クボタ マオ' },
  manager: { email: 'manager@demo.example', name: '寺島 浩二', nameKana: 'テラシマ コウジ' },
  centerCounter: { email: 'center@demo.example', name: '真鍋 律子', nameKana: 'マナベ リツコ' },
  centerManager: { email: 'center-manager@demo.example', name: '高瀬 修', nameKana: 'タカセ オサム' },
  registrant: { email: 'registrant@demo.example', name: '藤代 まさみ', nameKana: 'フジシロ マサミ' },
  auditor: { email: 'auditor@demo.example', name: '相沢 文香', nameKana: 'アイザワ フミカ' },
} as const
