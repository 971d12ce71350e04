import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { firstOf, useAddress } from './address.ts'

type TabItem = { key: string; label: ReactNode; content: ReactNode }

type TabsProps = {
  label: string
  tabs: readonly TabItem[]
  /** The name under which the open tab stands in the address. */
  name?: string
}

const tabClass =
  'tap flex shrink-0 cursor-pointer items-center rounded-t-8 border-b-4 border-transparent px-4 py-2 whitespace-nowrap text-ink-soft ' +
  'outline-none data-[hovered]:bg-accent-soft data-[selected]:border-accent data-[selected]:font-bold data-[selected]:text-accent-ink ' +
  'data-[focus-visible]:outline-4 data-[focus-visible]:-outline-offset-4 data-[focus-visible]:outline-solid ' +
  'data-[focus-visible]:outline-(--focus-outline)'

/** Parts of a page of which one is seen at a time. The open one is in the address. */
export function Tabs({ label, tabs, name = 'tab' }: TabsProps) {
  const [address, change] = useAddress()
  const asked = firstOf(address[name])
  const selected = tabs.find((tab) => tab.key === asked)?.key ?? tabs[0]?.key ?? ''
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => change({ [name]: String(key) === tabs[0]?.key ? undefined : String(key) })}
    >
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line px-1 pt-1">
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className={tabClass}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className="pt-6">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
