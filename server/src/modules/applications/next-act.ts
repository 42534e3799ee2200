import { dateText } from '../../graph/value-text.ts'
import type { Viewer } from '../../graph/context.ts'
import { isOverdue } from './applications.rules.ts'
import type { ApplicationRow } from './applications.table.ts'

/** One sentence for each state and side: what happens, or what can be done now. */
export function nextActOf(application: ApplicationRow, viewer: Viewer, today: string): string {
  const { status, answerUntil } = application
  const forSeeker = viewer.kind === 'seeker'
  switch (status) {
    case 'APPLIED': {
      const late = isOverdue(application, today)
      if (forSeeker && late) return `返事の約束(${dateText(answerUntil)})をすぎています。事業所か窓口に聞いてみてください。`
      if (forSeeker) return `${dateText(answerUntil)}までに返事が届く予定です。`
      return late
        ? `返事の約束(${dateText(answerUntil)})をすぎています。すぐに返事をしてください。`
        : `${dateText(answerUntil)}までに返事をしてください。`
    }
    case 'CANCELLED':
      return forSeeker ? '取り消しました。同じ求人に、もう一度応募できます。' : '本人が取り消しました。することはありません。'
    case 'WITHDRAWN':
      return forSeeker ? '辞退しました。ほかの求人をさがせます。' : '本人が辞退しました。することはありません。'
    case 'HIRED':
      return forSeeker ? '採用が決まりました。はたらき始める日を確かめてください。' : '採用を登録しました。7日のあいだは、結果を直せます。'
    case 'NOT_HIRED':
      return forSeeker ? '今回は不採用でした。ほかの求人をさがせます。' : '不採用を登録しました。7日のあいだは、結果を直せます。'
    case 'LAPSED':
      return forSeeker
        ? '結果の登録がないまま終わりました。窓口に相談できます。'
        : '結果の登録がないまま終わりました。結果は窓口に電話で伝えてください。'
    case 'VOIDED':
      return '紹介が取り消されました。くわしくは窓口に聞いてください。'
  }
}
