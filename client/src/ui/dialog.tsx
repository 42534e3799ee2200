import { type LucideIcon, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  icon?: LucideIcon | undefined
  children?: ReactNode
  /** The buttons, at the foot. */
  actions?: ReactNode
  /** Esc and a press outside do nothing: an answer is needed. */
  answerNeeded?: boolean | undefined
  /** The whole screen on phones, for filters. */
  sheet?: boolean | undefined
  wide?: boolean | undefined
}

/** Takes the focus, keeps it inside, gives it back (PAGES 1.9). */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, icon, children, actions, answerNeeded = false, sheet, wide } = props
  const { t } = useTranslation('ui')
  const shape = ['dialog', sheet && 'dialog-sheet', wide && 'dialog-wide'].filter(Boolean).join(' ')
  return (
    <ModalOverlay
      className="dialog-bg"
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!answerNeeded}
      isKeyboardDismissDisabled={answerNeeded}
    >
      <Modal className={shape}>
        <AriaDialog role={answerNeeded ? 'alertdialog' : 'dialog'} className="dialog-in">
          <div className="dialog-h">
            <Heading slot="title" level={2} className={icon ? 'row' : ''}>
              {icon && <Icon of={icon} size="l" />}
              {title}
            </Heading>
            {!answerNeeded && <IconButton icon={X} label={t('common.close')} onPress={onClose} />}
          </div>
          <div className="dialog-b">{children}</div>
          {actions && <div className="btns dialog-f">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ConfirmDialogProps {
  open: boolean
  title: ReactNode
  children?: ReactNode
  /** The verb: 取り消す. */
  confirmLabel: string
  cancelLabel?: string | undefined
  danger?: boolean | undefined
  busy?: boolean | undefined
  onConfirm: () => void
  onCancel: () => void
}

/** Before something that cannot be undone: what happens, the verb, and the way back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmLabel, cancelLabel, danger, busy, onConfirm, onCancel } = props
  const { t } = useTranslation('ui')
  return (
    <Dialog
      open={open}
      onClose={onCancel}
      title={title}
      actions={
        <>
          <Button variant={danger ? 'danger-filled' : 'primary'} busy={busy} onPress={onConfirm}>
            {confirmLabel}
          </Button>
          <Button onPress={onCancel}>{cancelLabel ?? t('common.back')}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
