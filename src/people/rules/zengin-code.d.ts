declare module 'zengin-code' {
  type Branch = { readonly code: string; readonly name: string; readonly kana: string; readonly roma: string }
  type Bank = Branch & { readonly branches: Readonly<Record<string, Branch>> }
  const zenginCode: Readonly<Record<string, Bank>>
  export default zenginCode
}
