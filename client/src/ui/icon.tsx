import type { LucideIcon } from 'lucide-react'

/** 20 px in text, 16 in chips, 24 in headers; words always stand beside it, so it is hidden from readers. */
export function Icon(props: { of: LucideIcon; size?: 's' | 'm' | 'l' | undefined; className?: string | undefined }) {
  const { of: Picture, size = 'm', className = '' } = props
  return <Picture className={`i ${size === 'm' ? '' : `i-${size}`} ${className}`.replaceAll(/\s+/gu, ' ').trim()} aria-hidden="true" />
}
