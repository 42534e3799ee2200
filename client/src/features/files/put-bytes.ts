import { reach } from '../../graph/reach.ts'

const SAME_SITE = { 'x-madoguchi-csrf': '1' } as const

/** Bytes to their place, with progress; only XMLHttpRequest tells how much has gone. Given up when nobody is there. */
export function putBytes(url: string, file: File, onProgress: (percent: number) => void, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(SAME_SITE)) request.setRequestHeader(name, value)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener(
      'progress',
      ({ lengthComputable, loaded, total }) => lengthComputable && onProgress((loaded / total) * 100),
    )
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(new Error(`upload answered ${request.status}`))))
    request.addEventListener('error', () => reject(new Error('upload was cut')))
    request.addEventListener('abort', () => reject(new Error('upload was stopped')))
    stop.addEventListener('abort', () => request.abort())
    request.addEventListener(
      'loadend',
      reach.onDown(() => request.abort()),
    )
    request.send(file)
  })
}
