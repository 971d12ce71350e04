/** How it stands with backups. */
export interface BackupState {
  /** `none` was ever made; `late`, though a schedule asks for it; the last one `failed`. */
  state: 'ok' | 'none' | 'late' | 'failed'
  ageHours: number | null
}
