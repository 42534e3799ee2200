/** Width × height as the header declares it, without unpacking a single pixel. Null: no readable header. */
export function pixelsOf(mime: string, bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (mime) {
      case 'image/png':
        return view.getUint32(16) * view.getUint32(20)
      case 'image/gif':
        return view.getUint16(6, true) * view.getUint16(8, true)
      case 'image/bmp':
        return bmp(view)
      case 'image/jpeg':
        return jpeg(view)
      case 'image/tiff':
        return tiff(view)
      default:
        return null
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function bmp(view: DataView): number {
  const core = view.getUint32(14, true) === 12
  return core ? view.getUint16(18, true) * view.getUint16(20, true) : Math.abs(view.getInt32(18, true)) * Math.abs(view.getInt32(22, true))
}

const FRAMES = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpeg(view: DataView): number | null {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (FRAMES(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7)
    else if (marker === 0xda || marker === 0xd9) return null
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + view.getUint16(at + 2)
  }
}

const MOST_PAGES = 100

/** The largest page counts. */
function tiff(view: DataView): number | null {
  const little = view.getUint16(0) === 0x4949
  let largest: number | null = null
  let at = view.getUint32(4, little)
  for (let page = 0; at !== 0; page++) {
    if (page === MOST_PAGES) return null
    const entries = view.getUint16(at, little)
    const sides = new Map<number, number>()
    for (let entry = 0; entry < entries; entry++) {
      const from = at + 2 + entry * 12
      const short = view.getUint16(from + 2, little) === 3
      sides.set(view.getUint16(from, little), short ? view.getUint16(from + 8, little) : view.getUint32(from + 8, little))
    }
    const pixels = (sides.get(256) ?? 0) * (sides.get(257) ?? 0)
    largest = Math.max(largest ?? 0, pixels)
    at = view.getUint32(at + 2 + entries * 12, little)
  }
  return largest
}
