/** A character that neither font can draw, and where in the data it stands (`$.parties.worker.name`). */
export type UnprintableCharacter = { readonly character: string; readonly codePoint: string; readonly path: string }

/**
 * Why a document could not be made.
 * `unprintable-character`: the data holds characters without a glyph; `unprintable` lists them.
 * `data-too-large`: the data is beyond the limits of `pdf.ts`.
 * `template-failed`: the template does not fit the data; a fault of the program.
 * `compiler-failed`: the compiler ended or took too long; trying again later may help.
 * `compiler-busy`: too many documents wait.
 */
export type PdfErrorCode = 'unprintable-character' | 'data-too-large' | 'template-failed' | 'compiler-failed' | 'compiler-busy'

export class PdfError extends Error {
  readonly code: PdfErrorCode
  readonly unprintable: readonly UnprintableCharacter[]

  constructor(code: PdfErrorCode, message: string, unprintable: readonly UnprintableCharacter[] = []) {
    super(message)
    this.name = 'PdfError'
    this.code = code
    this.unprintable = unprintable
  }
}
