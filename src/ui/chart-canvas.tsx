import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { useFormat } from './format.ts'
import { withoutReadings } from './ruby/marks.ts'

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

export type ChartProps = {
  title: string
  kind: 'bar' | 'stacked' | 'line'
  labels: readonly string[]
  /** A series drawn as a line over bars (a target, say) has `line`. */
  series: readonly { name: string; values: readonly (number | null)[]; line?: boolean }[]
  /** How values are written in the axis, the tooltip and the table. */
  format?: (value: number) => string
}

const darkScheme = 'screen and (prefers-color-scheme: dark)'

function onSchemeChange(listener: () => void): () => void {
  const query = matchMedia(darkScheme)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

function colour(name: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(--${name})`
  document.body.append(probe)
  const value = getComputedStyle(probe).color
  probe.remove()
  return value
}

function optionOf(props: ChartProps, write: (value: number) => string) {
  const ink = colour('ink')
  const soft = { color: colour('ink-soft'), fontSize: 14 }
  const line = { lineStyle: { color: colour('line') } }
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 15 },
    color: [1, 2, 3, 4, 5, 6].map((number) => colour(`series-${number}`)),
    // Patterns tell the series apart without colour. The text for screen readers is the table beside the chart.
    aria: { enabled: true, label: { enabled: false }, decal: { show: props.kind !== 'line' && props.series.length > 1 } },
    grid: { left: 4, right: 16, top: 56, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, left: 0, itemGap: 20, textStyle: { color: ink, fontSize: 15 } },
    // Markup in tooltips would need inline styles, which the content security policy forbids.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : ''),
    },
    xAxis: { type: 'category', data: props.labels.map(withoutReadings), axisLabel: soft, axisLine: line, axisTick: { show: false } },
    yAxis: { type: 'value', axisLabel: { ...soft, formatter: write }, splitLine: line },
    series: props.series.map((each) => ({
      name: withoutReadings(each.name),
      data: [...each.values],
      type: props.kind === 'line' || each.line ? 'line' : 'bar',
      ...(props.kind === 'stacked' && !each.line ? { stack: 'all' } : {}),
      barMaxWidth: 48,
      symbolSize: 9,
      lineStyle: { width: 3, ...(each.line ? { type: 'dashed' } : {}) },
    })),
  }
}

/** The drawing itself; a file of its own, so that only pages with a chart load the charting library. */
export default function ChartCanvas(props: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const { number } = useFormat()
  const write = props.format ?? number
  const dark = useSyncExternalStore(onSchemeChange, () => matchMedia(darkScheme).matches)
  const option = useEffectEvent(() => optionOf(props, write))
  // Pages make the arrays anew at every drawing; the chart is made anew only for other numbers.
  const numbers = JSON.stringify([props.kind, props.labels, props.series])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const chart = init(element, null, { renderer: 'svg' })
    chart.setOption(option())
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [numbers, dark])
  return <div ref={box} role="img" aria-label={props.title} className="h-80 w-full print:h-auto" />
}
