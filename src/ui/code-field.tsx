import type { ComponentProps } from 'react'
import { foldCode, foldPhone } from '../platform/typed-text.ts'
import { TextField } from './text-field.tsx'

type CodeFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'maxLength' | 'tidy'>

/** A code or number that stands on paper: it is shown as it will be kept when the field is left. */
export function CodeField(props: CodeFieldProps) {
  return <TextField width="short" inputMode="numeric" {...props} tidy={foldCode} />
}

/** A telephone number; full-width digits and every kind of dash are understood. */
export function PhoneField(props: CodeFieldProps) {
  return <TextField width="medium" {...props} type="tel" tidy={foldPhone} />
}
