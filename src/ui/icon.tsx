import type { ReactNode } from 'react'

const shapes = {
  home: <path d="M4 11.5 12 5l8 6.5M6 10v9h4.5v-5h3v5H18v-9" />,
  inbox: (
    <path d="M4 14V6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5V14m-16 0v4.5A.5.5 0 0 0 4.5 19h15a.5.5 0 0 0 .5-.5V14m-16 0h4.5l1 2h5l1-2H20" />
  ),
  work: <path d="M4 9h16v10H4zM9 9V6.5A1.5 1.5 0 0 1 10.5 5h3A1.5 1.5 0 0 1 15 6.5V9M4 13.5h16" />,
  money: <path d="m7 5 5 7 5-7M12 12v7M8 13h8M8 16h8" />,
  book: <path d="M12 7c-2-1.3-4.5-1.8-8-1.8v12.6c3.5 0 6 .5 8 1.8 2-1.3 4.5-1.8 8-1.800V5.200c-3.5 0-6 .5-8 1.800Zm0 0v12.6" />,
  question: (
    <path d="M5 5h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-6l-4.5 3v-3H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm5 4.300A2 2 0 1 1 12.5 11c-.4.2-.5.5-.5 1.100M12 14.200v.1" />
  ),
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.700L20 20" />,
  bell: <path d="M6.5 16.500V11a5.5 5.5 0 0 1 11 0v5.500l1.5 1.500H5zM10 20.500h4" />,
  person: <path d="M12 12a3.8 3.8 0 1 0 0-7.5 3.8 3.8 0 0 0 0 7.500ZM4.8 20c.8-3.6 3.6-5.5 7.2-5.500s6.4 1.9 7.2 5.5" />,
  people: (
    <path
      d={
        'M9 11.500a3.3 3.3 0 1 0 0-6.5 3.3 3.3 0 0 0 0 6.500ZM2.8 19c.7-3.2 3.1-5 6.2-5s5.5 1.8 6.2 5' +
        'M16 5.300a3.3 3.3 0 0 1 0 6M17.5 14.300c1.9.7 3.2 2.3 3.7 4.7'
      }
    />
  ),
  globe: (
    <path
      d={
        'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17' +
        'M12 3.500c2.3 2.4 3.5 5.2 3.5 8.500s-1.2 6.1-3.5 8.500c-2.3-2.4-3.5-5.2-3.5-8.500s1.2-6.1 3.5-8.500Z'
      }
    />
  ),
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  more: <path d="M5.5 12h.100M12 12h.100M18.5 12h.1" strokeWidth="3" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  check: <path d="m5 12.5 4.5 4.500L19 7.5" />,
  done: <path d="M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm-3.8-8.3 2.7 2.7 5-5.3" />,
  warning: <path d="M12 4.5 21 19.500H3zM12 10v4.500M12 17v.1" />,
  error: <path d="M8.5 3.500h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5M12 15.800v.1" />,
  info: <path d="M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.500M12 7.700v.1" />,
  'arrow-right': <path d="M5 12h14M13.5 6.5 19 12l-5.5 5.5" />,
  'arrow-left': <path d="M19 12H5M10.5 6.5 5 12l5.5 5.5" />,
  'chevron-down': <path d="m6 9.5 6 6 6-6" />,
  'chevron-up': <path d="m6 14.5 6-6 6 6" />,
  'chevron-left': <path d="m14.5 6-6 6 6 6" />,
  'chevron-right': <path d="m9.5 6 6 6-6 6" />,
  external: <path d="M10 5H5v14h14v-5M13.5 5H19v5.500M19 5l-8 8" />,
  download: <path d="M12 4.500v10.500M7.5 11l4.5 4.5 4.5-4.500M4.5 19.500h15" />,
  upload: <path d="M12 15.500V5M7.5 9.5 12 5l4.5 4.500M4.5 19.500h15" />,
  camera: <path d="M4 8h3.500L9 5.500h6L16.5 8H20v11H4zM12 16.500a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.600Z" />,
  print: <path d="M7 9V4.500h10V9M7 16H4.500V9.500h15V16H17M7 13.500h10v6H7z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  edit: <path d="M4.5 19.5 5.5 15 16 4.500l3.5 3.500L9 18.500zM14 6.500l3.5 3.5" />,
  trash: <path d="M5 7h14M9.5 7V4.500h5V7M7 7l.8 12.500h8.400L17 7M10.3 10.500v5.500M13.7 10.500v5.5" />,
  undo: <path d="M8.5 5 4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10H9" />,
  calendar: <path d="M4.5 6.500h15v13h-15zM4.5 10.500h15M8.5 4v4M15.5 4v4" />,
  clock: <path d="M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.500V12l3 2.5" />,
  building: <path d="M5.5 20V4.500h9V20M14.5 10h4v10M3.5 20h17M8.5 8h3M8.5 11.500h3M8.5 15h3" />,
  chart: <path d="M4.5 4.500v15h15M8.5 16v-4.500M12.5 16V8M16.5 16v-6.5" />,
  document: <path d="M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12h6M9 15.500h6" />,
  receipt: <path d="M6 3.500h12v17l-2-1.300-2 1.300-2-1.300-2 1.300-2-1.300-2 1.300zM9 8h6M9 11.500h6M9 15h3" />,
  checklist: <path d="m4 6.5 1.5 1.500L8 5.500M4 12.5 5.5 14 8 11.500M4 18.5 5.5 20 8 17.500M11 7h9M11 13h9M11 19h9" />,
  settings: (
    <path
      d={
        'M4.5 7h9M17.5 7h2M4.5 17h2M10.5 17h9' +
        'M15.5 9.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400ZM8.5 19.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400Z'
      }
    />
  ),
  filter: <path d="M4.5 6h15l-6 7v5l-3 1.500V13z" />,
  columns: <path d="M4.5 5.500h15v13h-15zM9.5 5.500v13M14.5 5.500v13" />,
  sort: <path d="M8 5v14M4.5 15.5 8 19l3.5-3.500M16 19V5M12.5 8.5 16 5l3.5 3.5" />,
  grid: <path d="M4.5 4.500h6v6h-6zM13.5 4.500h6v6h-6zM4.5 13.500h6v6h-6zM13.5 13.500h6v6h-6z" />,
  shield: <path d="M12 3.5 19 6v6c0 4-2.8 7-7 8.500C7.8 19 5 16 5 12V6zM9 12l2.2 2.200L15 10" />,
  'sign-out': <path d="M10 4.500H5v15h5M15 8l4 4-4 4M19 12H9.5" />,
  switch: <path d="M4.5 9h14L15 5.500M19.5 15h-14L9 18.5" />,
  pin: <path d="M12 20.500c4-4.5 6-7.7 6-10.500a6 6 0 0 0-12 0c0 2.8 2 6 6 10.500ZM12 12a2.2 2.2 0 1 0 0-4.5 2.2 2.2 0 0 0 0 4.500Z" />,
  device: <path d="M6 5.500h12v9.500H6zM3.5 18.500h17L18 15H6z" />,
  handshake: <path d="m3.5 8 4-2 4.5 2 4.5-2 4 2v7l-2 1-5 3.500L8 16l-4.5-1zM12 8l-3 3.5 2 1.5 2.5-2 4.5 4" />,
  star: <path d="m12 4.5 2.3 4.9 5.2.7-3.8 3.7.9 5.3-4.6-2.5-4.6 2.5.9-5.3-3.8-3.7 5.2-.700z" />,
  list: <path d="M9 6.500h11M9 12h11M9 17.500h11M4.5 6.500h.100M4.5 12h.100M4.5 17.500h.1" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

/** A drawing beside words. It is hidden from screen readers: the words say what it means. */
export function Icon({ name, className = 'size-6' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 24 24"
      className={`inline-block shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[name]}
    </svg>
  )
}
