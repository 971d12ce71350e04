const meaning: Readonly<Record<number, string>> = {
  1: '（おしえて もらえば できる）',
  2: '（ひとりで できる）',
  3: '（ほかの 人に おしえる ことが できる）',
}

export const skillLevel = (level: number | string): string => `レベル${level}${meaning[Number(level)] ?? ''}`
