const meaning: Readonly<Record<number, string>> = { 1: '（教わりながらできる）', 2: '（一人でできる）', 3: '（人に教えられる）' }

/** A level of a skill, in every area with what a person can do who has it; a longer scale goes on with numbers alone. */
export const skillLevel = (level: number | string): string => `レベル${level}${meaning[Number(level)] ?? ''}`
