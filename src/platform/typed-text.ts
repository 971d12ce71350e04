import { z } from 'zod'

/** Hyphens and what input methods write in their place: dashes, minus signs, the long mark ー, a box-drawing line. */
const dashes = /[\u00ad\u2010-\u2015\u2043\u2212\u2500\u30fc\ufe58\ufe63]/g

/** A phone number as it is kept: plain digits, `-` for every dash, single spaces. */
export function foldPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A code as it is kept: plain capitals and digits, without the spaces and dashes that paper puts between them. */
export function foldCode(text: string): string {
  return foldPhone(text).replace(/[ -]/g, '').toUpperCase()
}

/** A code that people type, of one pattern: full-width digits, spaces and dashes are folded before it is checked and kept. */
export const typedCode = (pattern: RegExp) => z.string().max(100).overwrite(foldCode).regex(pattern)

/** An address as it is kept: full-width letters and signs made plain, without the spaces that copying leaves around it. */
export function foldEmail(text: string): string {
  return text.normalize('NFKC').trim()
}

// The dots are free: docomo and ezweb gave out `a..b@` and `a.@` until 2009, and people still have them.
const pattern = /^[A-Za-z0-9_+'!#$%&*/=?^`{|}~.-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/

export const emailAddress = z.string().overwrite(foldEmail).max(254).check(z.email({ pattern }))
