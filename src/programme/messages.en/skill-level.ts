const meaning: Readonly<Record<number, string>> = { 1: ' (with guidance)', 2: ' (alone)', 3: ' (can teach others)' }

export const skillLevel = (level: number | string): string => `level ${level}${meaning[Number(level)] ?? ''}`
