import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useNavigateTo } from '../../ui/link.tsx'
import { requestKey } from '../../graph/request-key.ts'
import { useDraftPosting } from './use-draft-posting.ts'

/** Opens a new draft and leads to its parts. */
export function NewPostingButton(props: { primary?: boolean | undefined }) {
  const { t } = useTranslation('employer')
  const go = useNavigateTo()
  const { run } = useDraftPosting()
  const [key] = useState(requestKey)
  const [problem, setProblem] = useState<string>()
  const start = async () => {
    setProblem(undefined)
    const answer = await run({ key })
    if (answer.kind === 'done') go(`/employer/postings/${answer.id}/edit`)
    else setProblem(answer.kind === 'refused' ? answer.message : t('failed'))
  }
  return (
    <div>
      <Button variant={props.primary ? 'primary' : 'secondary'} icon={Plus} onPress={start}>
        {t('newPosting')}
      </Button>
      {problem && (
        <p className="err" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
