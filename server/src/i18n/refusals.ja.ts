import type { RefusalCode } from '../kernel/refusal-codes.ts'
import type { RefusalFacts } from '../kernel/refusal.ts'

type Text = string | ((facts: RefusalFacts) => string)

/** What a person reads when a rule says no: the reason, and what can be done now. */
const TEXTS: Record<RefusalCode, Text> = {
  NOT_FOUND: '見つかりませんでした。消えたか、見られないものです。',
  NOT_ALLOWED: 'この操作は、いまの役割ではできません。担当の人に頼んでください。',
  VERSION_CONFLICT: 'ほかの人が先に変えました。いまの内容を見て、もう一度えらんでください。',
  KEY_REUSED: '同じ番号で、ちがう内容が送られました。ページを読みなおしてから送ってください。',
  PROBLEMS: '直すところがあります。印のついた項目を見てください。',
  TOO_MANY_TRIES: ({ minutes, seconds }) =>
    `続けて入力されたため、少し止めています。${
      seconds !== undefined ? `${seconds}秒` : minutes === undefined ? '少し時間を' : `${minutes}分ほど`
    }おいてから、もう一度ためしてください。`,
  SIGN_IN_FAILED: 'メールアドレスかパスワードがちがいます。',
  ONE_TIME_PASSWORD_WRONG: ({ left, mail }) =>
    `ワンタイムパスワードがちがいます。${mail === undefined ? '認証アプリにいま出ている' : 'いちばん新しいメールの'}6けたの数字を入れてください。${left === undefined ? '' : `あと${left}回ためせます。`}`,
  SIGN_IN_AGAIN: 'このワンタイムパスワードは、もう使えません。メールアドレスとパスワードを入れるところから、やりなおしてください。',
  PASSKEY_REFUSED: 'このパスキーでは、ログインできませんでした。もう一度ためすか、メールアドレスとパスワードでログインしてください。',
  PASSKEY_NOT_ADDED: 'パスキーを追加できませんでした。もう一度、はじめからためしてください。',
  PASSKEYS_FULL: 'これ以上、パスキーを追加できません。使っていないものを削除してから、追加してください。',
  AUTHENTICATOR_EXISTS: '認証アプリは、もう登録されています。新しい端末に移すときは、先に登録を削除してください。',
  AUTHENTICATOR_NOT_BEGUN: '認証アプリの登録を、はじめからやりなおしてください。',
  AUTHENTICATOR_STAYS: '職員のログインには、認証アプリが要ります。新しい端末に移すときは、管理者に頼んで登録しなおしてください。',
  ACCOUNT_SUSPENDED: 'いまは使えません。窓口に相談してください。',
  KEY_DEAD: '認証キーがちがうか、使える時間をすぎています。新しいキーを送りなおしてください。',
  PROOF_EXPIRED: '認証キーを使える時間がすぎました。前のページにもどって、もう一度入れてください。',
  CREATION_CODE_DEAD:
    '入れた内容が窓口の登録と合わないか、アカウント作成コードが使えなくなっています。4つとも、紙と見くらべてください。それでも進めないときは、窓口で新しいコードを受け取ってください。',
  EMPLOYER_HAS_MY_PAGE:
    'この事業所のマイページは、もう開かれています。コードは、まだ開いていない事業所だけに発行できます。担当者が入れないときは、パスワードを決めなおすように案内してください。',
  MY_PAGE_OPENED:
    'このマイページは、もう開かれています。メールアドレスは、ご本人がマイページの「アカウント」で変えられます。入れなくなったときは、窓口でご本人を確かめてから変えてください。',
  INVITATION_DEAD:
    'このリンクは、もう使えません。パスワードを決めてあるときは、ログインしてください。まだのときは、新しいリンクをメールで受け取れます。',
  REGISTRANT_EXISTS:
    'このメールアドレスの人は、もうこのセンターに登録されています。リンクを送りなおすときは、登録者を選んで「招待を送りなおす」を実行してください。',
  REGISTRANT_OPENED:
    'この人は、もうマイページを開いています。ログインのページを案内してください。パスワードは「パスワードを忘れたとき」から、本人が決めなおせます。',
  INVITATION_BY_OWNER: '招待のキーは、事業所の代表の担当者だけが送りなおせます。「担当者」のページから送りなおすように頼んでください。',
  MEMBER_REMOVED:
    'いまは、どの事業所の担当者でもありません。担当から外れたときは、事業所の代表の担当者に聞いてください。もう一度担当するときは、招待のメールが届きます。',
  MEMBERS_FULL: ({ max }) =>
    `追加できる担当者は${max === undefined ? '決まった人数' : `${max}人`}までです。使っていない担当者を外すと、追加できます。`,
  MEMBER_EXISTS: 'このメールアドレスの人は、もう担当者か、招待しています。キーを送りなおすときは、一覧から選んでください。',
  MEMBER_NOT_INVITED: 'この人は、もう招待を受けたか、外れています。いまの一覧を見てください。',
  MEMBER_NOT_ACTIVE: 'この人は、まだ招待を受けていません。マイページに入ってから、もう一度選んでください。',
  OWNER_STAYS: '代表の担当者は外せません。先に、ほかの担当者に代表を引きついでください。',
  WITHDRAWAL_CLOSES_EMPLOYER:
    '代表の担当者が退会すると、事業所のマイページも閉じます。続けるときは、事業所のマイページを閉じることを確かめてください。閉じないときは、先に「担当者」のページで代表を引きついでください。',
  EMAIL_TAKEN: 'このメールアドレスは、ほかのマイページで使われています。別のアドレスを聞いてください。',
  ACCOUNT_NOT_OPEN: 'このアカウントは、いま使えない状態です。利用を再開してから、もう一度実行してください。',
  ALREADY_DECIDED: 'もう決まっています。いまの状態を見てください。',
  CASE_CLAIMED: 'ほかの職員が確かめています。担当を外すのを待つか、その職員に聞いてください。',
  NOT_IN_OFFICE: 'ほかの安定所が担当しています。その安定所に伝えるか、管理者に頼んでください。',
  TO_CONFIRM:
    '確かめるところがあります。このままでよいときは、その path と code を変数の acknowledge に入れて、もう一度実行してください。直してほしいときは、修正を依頼してください。',
  DRAFT_INCOMPLETE: 'まだ直すところか、確かめるところがあります。',
  POSTING_NOT_DRAFT: 'この求人は、もう申し込まれています。',
  POSTING_NOT_SUBMITTED: 'この求人は、いま受理を待っていません。',
  POSTING_CLAIMED: '窓口が確かめはじめています。直すところは窓口に伝えてください。',
  POSTING_NOT_OPEN: '募集は終わりました。',
  POSTING_PAUSED: 'いまは応募の受け付けを止めています。再開するのをお待ちください。',
  POSTING_COUNTER_ONLY: 'この求人は、窓口の紹介で応募できます。求人番号を窓口で伝えてください。',
  EMPLOYER_NOT_OPEN: '事業所の確認がまだ終わっていません。',
  ESTABLISHMENT_FIRST: '先に、事業所の内容を申し込んでください。申し込むと、求人を書けるようになります。',
  ESTABLISHMENT_WAITING: 'もう申し込んであります。直すときは、取り下げてから書きなおしてください。',
  ESTABLISHMENT_RECALL_TOO_LATE:
    '仮登録の期限をすぎているため、いま取り下げると消えてしまいます。直すところは、担当の窓口に伝えてください。',
  REASONS_REQUIRED: 'どの項目を、なぜ直すのかを1つ以上書いてください。',
  SEEKER_NOT_VALID:
    '求職の登録が有効ではないため、いまは応募できません。求人をさがすことと、応募ずみの求人のやりとりは続けられます。もう一度有効にするには、窓口に相談してください。',
  REGISTRATION_DONE: '登録は、もうすんでいます。',
  ALREADY_APPLIED: 'この求人には、もう応募しています。進みぐあいは「活動」のページで見られます。',
  APPLICATION_CLOSED: 'この応募は、もう終わっています。いまの状態を見てください。わからないことは、窓口で聞けます。',
  CANCEL_WINDOW_CLOSED: '応募から24時間をすぎました。辞退するときは、事業所へのメッセージか電話で伝えてください。',
  CANCEL_NOT_ONLINE: '窓口で紹介された応募です。取り消すときは、紹介した安定所に伝えてください。',
  RESULT_TOO_LATE: '結果を登録できる時期をすぎました。窓口に電話で伝えてください。',
  THREAD_CLOSED: ({ ended }) =>
    `${ended === undefined ? 'このやりとりは終わりました。読むことはできます。' : `このやりとりは、${ended}`}伝えたいことがあるときは、電話か窓口で伝えてください。`,
  THREAD_RECEIVE_ONLY: 'お知らせなので、返信はできません。聞きたいことがあるときは、窓口に電話してください。',
  MESSAGE_EMPTY: '文章を書くか、ファイルを付けてください。',
  FILE_REFUSED: 'このファイルは送れません。理由を見て、ほかの形にしてください。',
  FILE_TOO_MANY: ({ max }) =>
    max === undefined
      ? '付けるファイルが多すぎます。へらしてから送ってください。'
      : `一度に付けられるファイルは${max}個までです。へらしてから送ってください。`,
}

export function refusalText({ code, facts }: { code: RefusalCode; facts?: RefusalFacts }): string {
  const text = TEXTS[code]
  return typeof text === 'string' ? text : text(facts ?? {})
}
