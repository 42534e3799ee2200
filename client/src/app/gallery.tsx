import {
  CalendarCheck,
  Circle,
  CircleAlert,
  CircleCheck,
  Columns3,
  FileSearch,
  Inbox,
  Landmark,
  List,
  Mail,
  MonitorCheck,
  Printer,
  Star,
  Timer,
  Trash2,
  TriangleAlert,
} from 'lucide-react'
import { type ReactNode, StrictMode, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Avatar } from '../ui/avatar.tsx'
import { Badge, Chip, Count, Fit } from '../ui/badge.tsx'
import { Banner, MaintenanceBar, OfflineBanner } from '../ui/banner.tsx'
import { Button, IconButton, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Check, Checks, Radios } from '../ui/choices.tsx'
import { Countdown } from '../ui/countdown.tsx'
import { Crumbs } from '../ui/crumbs.tsx'
import { DateParts } from '../ui/date-parts.tsx'
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Dl, Facts } from '../ui/facts.tsx'
import { Figure } from '../ui/figure.tsx'
import { FileDrop, type FileRow } from '../ui/file-drop.tsx'
import { formatYenRange } from '../ui/format.ts'
import { EmployerFrame } from '../ui/frame/employer-frame.tsx'
import { PlainFrame } from '../ui/frame/plain-frame.tsx'
import { SeekerFrame } from '../ui/frame/seeker-frame.tsx'
import { StaffFrame } from '../ui/frame/staff-frame.tsx'
import { VisitorFrame } from '../ui/frame/visitor-frame.tsx'
import { LiveBar } from '../ui/live-bar.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Menu } from '../ui/menu.tsx'
import { Money, MoneyRange, NumberField } from '../ui/number-field.tsx'
import { PageHead } from '../ui/page-title.tsx'
import { Progress } from '../ui/progress.tsx'
import { SavedLine } from '../ui/saved-line.tsx'
import { SearchList } from '../ui/search-list.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { InlineSelect, Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Flow, Steps } from '../ui/steps.tsx'
import { Switch } from '../ui/switch.tsx'
import { Table } from '../ui/table.tsx'
import { TabLinks, Tabs } from '../ui/tabs.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { TodoList } from '../ui/todo-list.tsx'
import { UiProvider } from '../ui/ui-provider.tsx'
import '../ui/madoguchi.css'

const NOW = Date.parse('2026-11-20T10:24:00+09:00')
const FRAMES = ['seeker', 'employer', 'staff', 'visitor', 'plain'] as const
type Frame = (typeof FRAMES)[number]
const FRAME_NAMES: Record<Frame, string> = { seeker: '求職者', employer: '求人者', staff: '職員', visitor: '訪問者', plain: '手続き' }

const row = (children: ReactNode) => <div className="flex flex-wrap items-center gap-3">{children}</div>
const DUTY = '採用担当'
const COUNTER = '窓口'
const nothing = () => undefined

function Block(props: { title: string; children: ReactNode }) {
  return (
    <Card title={props.title} className="gallery-block">
      <div className="grid gap-4">{props.children}</div>
    </Card>
  )
}

function Buttons() {
  const [busy, setBusy] = useState(false)
  return (
    <Block title="ボタン">
      {row(
        <>
          <Button variant="primary">応募する</Button>
          <Button>保存する</Button>
          <Button variant="text">あとで</Button>
        </>,
      )}
      {row(
        <>
          <Button variant="primary" size="s">
            小さいボタン
          </Button>
          <Button size="s" icon={Printer}>
            印刷
          </Button>
          <Button variant="danger" size="s">
            取り消す
          </Button>
          <Button variant="danger-filled" size="s">
            退会する
          </Button>
        </>,
      )}
      {row(
        <>
          <Button variant="primary" unavailable="のこり5項目を書くと、申し込めます。">
            申し込む
          </Button>
          <Button variant="primary" busy>
            応募する
          </Button>
          <Button busy={busy} onPress={() => setBusy(true)}>
            押すと送る
          </Button>
        </>,
      )}
      {row(
        <>
          <IconButton icon={Star} label="お気に入りに入れる" pressed={false} />
          <IconButton icon={Star} label="お気に入りに入っています" pressed />
          <IconButton icon={Trash2} label="消す" />
          <LinkButton to="/jobs" size="s">
            求人をさがす
          </LinkButton>
          <Menu
            label="水野 はるかの状態を変える"
            className="btn btn-2 btn-s"
            arrow
            entries={[
              { key: 'documents', label: '書類選考にする', onPress: nothing },
              { key: 'end', label: '結果を登録する', onPress: nothing, danger: true },
            ]}
          >
            状態を変える
          </Menu>
        </>,
      )}
    </Block>
  )
}

function Labels() {
  return (
    <Block title="札と期限">
      <div className="flex flex-wrap gap-2">
        <Badge>フルタイム</Badge>
        <Badge kind="new">新着</Badge>
        <Badge kind="key" icon={MonitorCheck}>
          オンライン応募可
        </Badge>
        <Badge kind="ok" icon={CircleCheck}>
          公開中
        </Badge>
        <Badge kind="warn" icon={TriangleAlert}>
          確かめるところ 1
        </Badge>
        <Badge kind="err" icon={CircleAlert}>
          直すところ 2
        </Badge>
        <Badge kind="quiet">これから</Badge>
        <Count value={3} />
        <Count value={14} quiet />
        <Count value={2} danger words="件の返事が遅れています" />
      </div>
      <div className="flex flex-wrap gap-2">
        <Countdown until="2026-12-31" />
        <Countdown until="2026-12-31" compact />
        <Countdown until="2026-11-23" label="応募の期限" loses />
        <Countdown until="2026-11-20T17:00:00+09:00" loses />
        <Countdown until="2026-11-20T10:50:14+09:00" loses />
        <Countdown until="2026-11-17T23:00:00+09:00" owed />
        <Countdown until="2026-11-17T00:00:00+09:00" owed withDate />
        <Countdown until="2026-10-30" />
      </div>
      <div className="flex flex-wrap gap-2">
        <Chip to="/jobs?weekend=off">土日休み</Chip>
        <Chip pressed onPress={nothing}>
          在宅勤務あり
        </Chip>
        <Chip onRemove={nothing}>東京都 汐見区</Chip>
      </div>
      <Fit
        items={[
          { kind: 'met', label: '賃金' },
          { kind: 'met', label: '場所' },
          { kind: 'differs', label: '時間' },
          { kind: 'unknown', label: '経験' },
        ]}
      />
      {row(
        <>
          <Avatar name="水野 はるか" />
          <Avatar name="森下 なつき" large />
        </>,
      )}
    </Block>
  )
}

function Fields() {
  const [kana, setKana] = useState('ミズノ ハルカ')
  const [phone, setPhone] = useState('03-000')
  const [days, setDays] = useState<number | null>(21.5)
  const [kept, keep] = useState(false)
  const [other, setOther] = useState('家族手当 子1人につき月5,000円')
  const [motive, setMotive] = useState('部品メーカーの経理として4年間、月次決算と支払いの業務を担当してきました。')
  const [password, setPassword] = useState('himitsu-desu')
  return (
    <Block title="入力欄">
      <div className="fields">
        <TextField
          id="kana"
          label="氏名(カナ)"
          required
          hint="ひらがなで入れても、カナにそろえます。"
          width="w20"
          value={kana}
          onChange={setKana}
        />
        <TextField
          id="phone"
          label="電話番号"
          required
          hint="例:03-0000-0000"
          width="w12"
          figures
          type="tel"
          value={phone}
          onChange={setPhone}
          problem={{ severity: 'ERROR', message: 'けた数が足りません。10けたか11けたで入れてください。' }}
        />
        <NumberField
          id="days"
          label="月平均の労働日数"
          required
          hint="1年の労働日数を12で割った数です。"
          unit="日"
          decimals={1}
          width="w6"
          value={days}
          onChange={setDays}
          problem={
            kept || days === 20.1
              ? undefined
              : {
                  severity: 'CONFIRM',
                  message: '年間休日124日なら、20.1日になります。',
                  proposal: { label: '20.1日にする', onAccept: () => setDays(20.1) },
                  onAcknowledge: () => keep(true),
                }
          }
        />
        <TextField
          label="そのほかの手当"
          hint="全角40文字まで。半角で入れても、そろえます。"
          limit={40}
          value={other}
          onChange={setOther}
        />
        <TextArea label="志望動機" required limit={2000} rows={3} value={motive} onChange={setMotive} />
        <TextField label="パスワード" required type="password" autoComplete="off" value={password} onChange={setPassword} />
      </div>
    </Block>
  )
}

function Choosing() {
  const [birthday, setBirthday] = useState('1993-07-21')
  const [start, setStart] = useState('2027-01-05')
  const [open, setOpen] = useState('yes')
  const [times, setTimes] = useState<string[]>(['afternoon'])
  const [closing, setClosing] = useState('end')
  const [agreed, agree] = useState(false)
  const [mail, setMail] = useState(false)
  const [shown, show] = useState(true)
  return (
    <Block title="日付・選ぶ">
      <div className="fields">
        <DateParts
          id="birthday"
          label="生年月日"
          labelText="生年月日"
          required
          birthday
          hint="西暦でも、元号でも入れられます。"
          value={birthday}
          onChange={setBirthday}
        />
        <DateParts label="はたらき始める日" labelText="はたらき始める日" value={start} onChange={setStart} />
        <Radios
          label="求職の公開"
          required
          value={open}
          onChange={setOpen}
          options={[
            { value: 'yes', label: '公開する', note: '名前と連絡先は見えません' },
            { value: 'no', label: '公開しない' },
          ]}
        />
        <Checks
          label="連絡のつきやすい時間"
          row
          value={times}
          onChange={setTimes}
          options={[
            { value: 'morning', label: '午前' },
            { value: 'afternoon', label: '午後' },
            { value: 'evening', label: '夕方' },
          ]}
        />
        <Select
          label="締切日"
          required
          width="w12"
          value={closing}
          onChange={setClosing}
          options={[
            { value: 'end', label: '月末' },
            { value: '20', label: '20日' },
          ]}
        />
        <Check checked={agreed} onChange={agree} note="応募してから24時間は、取り消せます。">
          窓口からの紹介ではないことを確かめました
        </Check>
        <Check checked={false} onChange={nothing} unavailable="プライバシーポリシーを終わりまで読むと、選べます。">
          利用規約に同意します
        </Check>
        <div>
          <Switch on={mail} onChange={setMail}>
            メールで知らせる
          </Switch>
          <Switch on={shown} onChange={show} onLabel="公開中" offLabel="公開していません">
            事業所に公開
          </Switch>
        </div>
        <InlineSelect
          label="並び順"
          labelShown
          value="new"
          onChange={nothing}
          options={[
            { value: 'new', label: '新着順' },
            { value: 'wage', label: '賃金が高い順' },
          ]}
        />
      </div>
    </Block>
  )
}

function Amounts() {
  const [base, setBase] = useState<{ from: number | null; to: number | null }>({ from: 185000, to: 240000 })
  const [travel, setTravel] = useState<number | null>(30000)
  const [places, setPlaces] = useState<string[]>(['shiomi'])
  return (
    <Block title="額・長い一覧">
      <div className="fields">
        <MoneyRange
          id="base"
          label="基本給(a)"
          labelText="基本給"
          required
          hint="税や保険料を引く前の額です。"
          value={base}
          onChange={setBase}
          problemAt="from"
          problem={{
            severity: 'ERROR',
            message:
              '手当(b)を合わせても、時給1,170円です。東京都の最低賃金は1,226円です。合計を月204,283円以上にしてください(あと9,283円)。',
          }}
        />
        <Money label="通勤手当の上限" prefix="月" unit="円まで" value={travel} onChange={setTravel} />
        <SearchList
          label="はたらきたい場所"
          labelText="はたらきたい場所"
          hint="5つまで選べます。"
          max={5}
          value={places}
          onChange={setPlaces}
          entries={[
            { value: 'tokyo', label: '東京都', heading: true, words: 'とうきょうと' },
            { value: 'shiomi', label: '汐見区', parent: 'tokyo', words: 'しおみく', count: 1284 },
            { value: 'aonami', label: '青波区', parent: 'tokyo', words: 'あおなみく', count: 540 },
            { value: 'hoshi', label: '星原県', heading: true, words: 'ほしはらけん' },
            { value: 'wakaba', label: '若葉市', parent: 'hoshi', words: 'わかばし', count: 862 },
          ]}
        />
      </div>
    </Block>
  )
}

function Progressing() {
  return (
    <Block title="直すところのまとめ・進みぐあい">
      <ErrorSummary
        presses={0}
        problems={[
          { fieldId: 'phone', severity: 'ERROR', message: '電話番号のけた数が足りません' },
          { fieldId: 'base', severity: 'ERROR', message: '基本給が、東京都の最低賃金を下回っています' },
          { fieldId: 'days', severity: 'CONFIRM', message: '月平均の労働日数が、休日と合いません' },
        ]}
      />
      <Steps label="応募の手順" steps={['書く', '確かめる', '完了']} current={1} />
      <Flow label="選考の進みぐあい" steps={['応募', '書類', '面接', '結果']} current={2} />
      <div className="grid gap-2">
        <SavedLine state={{ kind: 'saved', at: '2026-11-20T10:24:08+09:00' }} />
        <SavedLine state={{ kind: 'saving' }} />
        <SavedLine state={{ kind: 'waiting' }} />
        <SavedLine state={{ kind: 'choose' }} />
        <SavedLine state={{ kind: 'signedOut' }} />
      </div>
      <TaskList
        label="入力する項目"
        tasks={[
          { key: 'kind', to: '#kind', title: '求人の種類と公開', summary: 'フルタイム ・ 事業所名を含めて公開', state: { kind: 'done' } },
          { key: 'work', to: '#work', title: '仕事の内容', summary: '経理事務/月次決算まで', state: { kind: 'ask', count: 1 } },
          { key: 'wage', to: '#wage', title: '賃金・手当', summary: '月給 185,000円から', state: { kind: 'err', count: 2 } },
          { key: 'hours', to: '#hours', title: '労働時間・休日', summary: '9:00〜17:45 ・ 年間休日が未入力', state: { kind: 'part' } },
          { key: 'selection', to: '#selection', title: '選考方法', state: { kind: 'todo' } },
        ]}
      />
    </Block>
  )
}

function Messages() {
  const [fresh, setFresh] = useState(3)
  return (
    <Block title="知らせる帯">
      <Banner kind="info">11月30日 21:30 から翌朝 6:00 まで、保守のため使えません。</Banner>
      <Banner kind="ok" title="応募しました。">
        11月26日までに返事が届く予定です。
      </Banner>
      <Banner kind="warn" title="保存した求人が、あと3日で終わります。" />
      <Banner kind="err" title="保存できませんでした。" action={{ onPress: nothing }} requestId="7F3K-20" onClose={nothing}>
        書いた内容は、このページに残っています。
      </Banner>
      <LiveBar count={fresh} onShow={() => setFresh(0)} />
    </Block>
  )
}

const FILES: readonly FileRow[] = [
  { id: '1', name: '履歴書.pdf', size: 421_888, state: 'done' },
  { id: '2', name: '職務経歴書.docx', size: 1_887_436, state: 'sending', percent: 62 },
  { id: '3', name: '資格証.heic', size: 655_360, state: 'refused', message: 'この形式は送れません。JPEG か PDF にしてください' },
  { id: '4', name: '作品集.pdf', size: 6_291_456, state: 'failed' },
]

function Files() {
  const [files, setFiles] = useState(FILES)
  return (
    <Block title="ファイル">
      <FileDrop
        label="応募書類"
        labelText="応募書類"
        hint="この事業所は「履歴書」と「職務経歴書」を希望しています。1つ10MBまで、10個まで。"
        files={files}
        onAdd={(added) =>
          setFiles([...files, ...added.map((file) => ({ id: file.name, name: file.name, size: file.size, state: 'waiting' as const }))])
        }
        onRemove={(id) => setFiles(files.filter((file) => file.id !== id))}
        onRetry={nothing}
      />
    </Block>
  )
}

const POSTINGS = [
  { number: '13010-00041826', title: '経理事務/月次決算まで', from: 228_000, to: 275_000, until: '2026-12-31' },
  { number: '13010-00040977', title: '受注事務', from: 221_000, to: 240_000, until: '2026-11-23' },
  { number: '13010-00041590', title: '医療事務・受付', from: 1300, to: 1350, until: '2026-12-31' },
]

function Data() {
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(2)
  const [descending, setDescending] = useState(true)
  const [view, setView] = useState<'list' | 'board'>('list')
  return (
    <Block title="見出し札・表・つづき">
      <TabLinks
        label="応募の状態"
        items={[
          { label: '応募中', count: 4, to: '#a', current: true },
          { label: '紹介', count: 1, to: '#b' },
          { label: '終了', to: '#c' },
        ]}
      />
      <Segmented
        label="表示"
        value={view}
        onChange={setView}
        items={[
          { value: 'list', label: '一覧', icon: List },
          { value: 'board', label: 'ボード', icon: Columns3 },
        ]}
      />
      <Table
        caption="求人 3件"
        rows={POSTINGS}
        rowKey={(posting) => posting.number}
        selected={(posting) => posting.number === '13010-00040977'}
        columns={[
          {
            key: 'title',
            header: '求人',
            cell: (posting) => (
              <>
                <a href="#a">{posting.title}</a>
                <br />
                <span className="small mute num">{posting.number}</span>
              </>
            ),
          },
          {
            key: 'wage',
            header: '賃金',
            number: true,
            cell: (posting) => formatYenRange(posting.from, posting.to),
            sort: { direction: descending ? 'descending' : 'ascending', onSort: () => setDescending(!descending) },
          },
          { key: 'until', header: '期限', cell: (posting) => <Countdown until={posting.until} compact /> },
        ]}
      />
      <ul ref={list} className="list border-y border-line">
        {POSTINGS.slice(0, shown).map((posting) => (
          <li key={posting.number} className="py-2">
            <a href="#a">{posting.title}</a>
          </li>
        ))}
      </ul>
      <LoadMore shown={shown} total={3} next={20} list={list} onMore={() => setShown(3)} />
      <Tabs
        label="応募の内容"
        items={[
          { id: 'motive', label: '志望動機', content: '少人数で、通して関われる点にひかれました。' },
          { id: 'files', label: '書類', count: 2, content: '履歴書と職務経歴書があります。' },
        ]}
      />
    </Block>
  )
}

function Windows() {
  const toast = useToast()
  const [asking, ask] = useState(false)
  const [ending, setEnding] = useState(false)
  const [filters, setFilters] = useState(false)
  return (
    <Block title="知らせ・確かめる窓">
      {row(
        <>
          <Button
            onPress={() =>
              toast.show({
                icon: Star,
                message: 'お気に入りに入れました',
                undo: { onUndo: () => toast.show({ message: '元にもどしました' }) },
              })
            }
          >
            知らせを出す
          </Button>
          <Button variant="danger" onPress={() => ask(true)}>
            応募を取り消す
          </Button>
          <Button onPress={() => setEnding(true)}>時間切れの前</Button>
          <Button onPress={() => setFilters(true)}>しぼりこみ</Button>
        </>,
      )}
      <ConfirmDialog
        open={asking}
        danger
        title="応募を取り消しますか"
        confirmLabel="取り消す"
        onConfirm={() => ask(false)}
        onCancel={() => ask(false)}
      >
        事業所には「取り消し」と伝わります。同じ求人に、もう一度応募できます。
      </ConfirmDialog>
      <Dialog
        open={ending}
        answerNeeded
        icon={Timer}
        title="もうすぐログアウトします"
        onClose={() => setEnding(false)}
        actions={
          <>
            <Button variant="primary" focusFirst onPress={() => setEnding(false)}>
              つづける
            </Button>
            <Button onPress={() => setEnding(false)}>ログアウト</Button>
          </>
        }
      >
        しばらく操作がなかったため、あと <b className="num">4分38秒</b> でログアウトします。
      </Dialog>
      <Dialog
        open={filters}
        sheet
        title="しぼりこみ"
        onClose={() => setFilters(false)}
        actions={
          <Button variant="primary" wide onPress={() => setFilters(false)}>
            1,284件を見る
          </Button>
        }
      >
        <Checks
          label="働き方"
          mark={false}
          value={['full']}
          onChange={nothing}
          options={[
            { value: 'full', label: 'フルタイム', count: 968 },
            { value: 'part', label: 'パート', count: 316 },
          ]}
        />
      </Dialog>
    </Block>
  )
}

function Waiting() {
  return (
    <Block title="待つ・空">
      <Skeleton shape="lines" />
      <Skeleton count={1} />
      <Progress label="応募書類をまとめています" value={8} max={20} />
      <Empty icon={Inbox} level={3} title="メッセージは、まだありません" action={<LinkButton to="/jobs">求人をさがす</LinkButton>}>
        応募すると、ここで事業所とやりとりできます。
      </Empty>
    </Block>
  )
}

function Facing() {
  return (
    <Block title="求人・こまかい内容">
      <Facts
        items={[
          { term: '賃金', value: formatYenRange(228_000, 275_000), strong: true, notes: ['月給・固定残業なし'] },
          { term: '場所', value: '東京都 汐見区', notes: ['汐見駅 徒歩7分'] },
          { term: '時間', value: <span className="num">9:00〜17:45</span>, notes: ['残業 月8時間'] },
          { term: '休日', value: '土日祝', notes: ['年間 124日'] },
        ]}
      />
      <Dl
        rows={[
          { term: '雇用期間', value: '定めなし' },
          {
            term: '連絡のつきやすい時間',
            value: '午後、夕方',
            action: (
              <a className="inline-flex min-h-8 items-center" href="#times">
                変更<span className="sr">:連絡の時間</span>
              </a>
            ),
          },
        ]}
      />
      <Dl compact rows={[{ term: '職歴', value: '部品メーカー 経理 4年' }]} />
    </Block>
  )
}

function Plot() {
  return (
    <Figure
      title="求人と求職者"
      note="2026年10月・千件と千人"
      chart={
        <svg viewBox="0 0 460 110" className="w-full" role="img" aria-label="求人48.2千件、求職者39.8千人">
          {[
            ['求人', 48.2],
            ['求職者', 39.8],
          ].map(([name, value], index) => (
            <g key={name}>
              <text x="60" y={index * 44 + 34} fontSize="14" textAnchor="end">
                {name}
              </text>
              <rect x="70" y={index * 44 + 16} width={Number(value) * 6} height="26" rx="3" fill="var(--color-key-800)" />
              <text x={Number(value) * 6 + 78} y={index * 44 + 34} fontSize="14" fontWeight="700">
                {value}
              </text>
            </g>
          ))}
        </svg>
      }
      table={
        <Table
          caption="求人と求職者の表"
          rows={[
            { name: '求人(千件)', value: 48.2 },
            { name: '求職者(千人)', value: 39.8 },
          ]}
          rowKey={(line) => line.name}
          columns={[
            { key: 'name', header: '種類', cell: (line) => line.name },
            { key: 'value', header: '10月', number: true, cell: (line) => line.value },
          ]}
        />
      }
    />
  )
}

function Everything() {
  return (
    <>
      <Crumbs items={[{ label: 'トップ', to: '/' }, { label: '部品の見本' }]} />
      <PageHead note="11月20日(金) 10:24 の時計で動いています" actions={<Button size="s">新しい求人</Button>}>
        部品の見本
      </PageHead>
      <TabLinks
        label="枠"
        items={FRAMES.map((frame) => ({ label: FRAME_NAMES[frame], to: `?frame=${frame}`, current: frame === chosen }))}
      />
      <div className="mt-4">
        <TodoList
          items={[
            {
              key: 'interview',
              icon: CalendarCheck,
              title: '面接の日時を選んでください',
              about: '受注事務 ・ 月見坂ロジテック株式会社 ・ 候補 3つ',
              due: <Countdown until="2026-11-20T17:00:00+09:00" loses />,
              action: { label: '日時を選ぶ', to: '#interview' },
            },
            {
              key: 'referral',
              icon: Landmark,
              title: '窓口からの紹介が届いています',
              about: '労務担当 ・ ゆらり野福祉会 ・ 汐見公共職業安定所から',
              due: <Countdown until="2026-11-23" label="応募の期限" loses />,
              action: { label: '読んで応募', to: '#referral' },
            },
            {
              key: 'overdue',
              icon: CircleAlert,
              title: '約束の日を過ぎても、返事がありません',
              about: '医療事務・受付 ・ ゆらり野こどもクリニック',
              due: <Countdown until="2026-11-17T00:00:00+09:00" owed withDate />,
              action: { label: '窓口に知らせる', onPress: nothing },
            },
            {
              key: 'request',
              icon: Mail,
              title: '事業所からリクエストが届いています',
              about: '「経理のご経験にひかれました」 ・ カゼノネ計算センター',
              due: <Countdown until="2026-12-31" label="求人の期限" />,
              action: { label: '返事をする', to: '#request' },
            },
          ]}
        />
      </div>
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <Buttons />
        <Labels />
        <Fields />
        <Choosing />
        <Amounts />
        <Progressing />
        <Messages />
        <Files />
        <Data />
        <Windows />
        <Waiting />
        <Facing />
        <Plot />
        <Card title="応募中の求人" icon={FileSearch} aside={<Badge kind="quiet">下書き</Badge>}>
          <p className="sub">{<Circle className="i i-s" aria-hidden="true" />} 題、しるし、右の札がある面です。</p>
        </Card>
      </div>
    </>
  )
}

const asked = new URLSearchParams(window.location.search).get('frame')
const chosen = FRAMES.find((frame) => frame === asked) ?? 'seeker'

function Framed() {
  const content = <Everything />
  const top = <MaintenanceBar onClose={nothing}>11月30日(月) 21:30 から翌朝 6:00 まで、保守のため使えません。</MaintenanceBar>
  const language = {
    current: 'ja',
    choices: [
      { code: 'ja', label: '日本語' },
      { code: 'en', label: 'English' },
    ],
    onChange: nothing,
  }
  if (chosen === 'employer')
    return (
      <EmployerFrame
        demo
        current="applicants"
        name="森下 なつき"
        role={DUTY}
        establishment={{ name: '株式会社あさなぎ製作室', number: '1301-204815-7' }}
        counts={{ applicants: 5, messages: 2 }}
        totals={{ postings: 4 }}
        notices={{ count: 2, to: '/employer/notices' }}
        onSignOut={nothing}
      >
        {content}
      </EmployerFrame>
    )
  if (chosen === 'staff')
    return (
      <StaffFrame demo current="waiting" office="汐見公共職業安定所" role={COUNTER} name="千葉 あおい" onSignOut={nothing}>
        {content}
      </StaffFrame>
    )
  if (chosen === 'visitor')
    return (
      <VisitorFrame demo top={top} current="jobs" language={language}>
        {content}
      </VisitorFrame>
    )
  if (chosen === 'plain')
    return (
      <PlainFrame layout="form" language={language}>
        {content}
      </PlainFrame>
    )
  return (
    <SeekerFrame
      demo
      current="home"
      name="水野 はるか"
      counts={{ messages: 3 }}
      notices={{ count: 1, to: '/me/notices' }}
      banners={<OfflineBanner shownFrom="2026-11-20T10:20:00+09:00" />}
      onSignOut={nothing}
    >
      {content}
    </SeekerFrame>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <UiProvider readClock={() => NOW}>
        <Framed />
      </UiProvider>
    </StrictMode>,
  )
