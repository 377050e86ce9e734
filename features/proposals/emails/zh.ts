import { ROLE_WORDS } from '@/features/access/formats/role-words'
import type { Template } from '@/features/mail/rules/template'
import type { TemplateKind } from './kinds'

const SIGNED = '{event} 议程委员会'
const mail = (subject: string, ...paragraphs: string[]): Template => ({
  subject: `${subject}：{title}`,
  text: ['{name}，您好：', ...paragraphs, SIGNED].join('\n\n'),
})
const WHY = '{#reason}委员会的说明：\n{reason}{/reason}'
const ASKED = '请告诉我们您是否会来演讲{#answerBy}（截止 {answerBy}）{/answerBy}：\n{link}'
const SLOT = '{#starts}暂定时间：{starts}，{place}。{/starts}'

const HELLO = '{#name}{name}，{/name}您好：'
const UNTIL_YES = '在您同意之前，您的名字不会出现在任何议程中。如果您对此并不知情，请在该页面拒绝，或不必理会。'

/** The same in Chinese. */
export const CHINESE: Record<TemplateKind, Template> = {
  received: mail(
    '已收到您的提案',
    '感谢您向 {event} 提交“{title}”。我们已收到，编号为 {code}。',
    '在征集结束之前，您可以在此查看和修改，并了解进展：\n{link}',
    '委员会会在征集结束后审阅每一份提案。一有决定，我们就会写信告诉您。',
  ),
  withdrawn: mail(
    '您已撤回提案',
    '“{title}”（{code}）已从 {event} 撤回，不再审阅。',
    '在征集结束之前，您可以重新提交：\n{link}',
  ),
  accepted: mail('您的提案已被接受', '恭喜！“{title}”（{code}）已被 {event} 接受。', ASKED, SLOT, WHY),
  waitlisted: mail(
    '您的提案在候补名单上',
    '我们希望在 {event} 听到“{title}”（{code}），但目前还没有空位。',
    '它已列入候补名单，一有空位我们就会写信告诉您。\n{link}',
    WHY,
  ),
  rejected: mail(
    '我们未能接受您的提案',
    '感谢您向 {event} 提交“{title}”（{code}）。这一次我们未能为它安排位置。',
    WHY,
    '好的提案多于空位。期待再次收到您的来稿。',
  ),
  correction: mail(
    '更正我们的决定',
    '此信更正我们先前关于 {event} 的“{title}”（{code}）的通知。给您带来不便，非常抱歉。',
    '{#accepted}提案已被接受。{/accepted}{#waitlisted}提案在候补名单上，目前还没有空位。{/waitlisted}{#rejected}我们未能为它安排位置。{/rejected}',
    '{#answerBy}请在 {answerBy} 之前告诉我们您是否会来演讲。{/answerBy}',
    WHY,
    '当前状态：\n{link}',
  ),
  promotion: mail('您的提案有了位置', '{event} 有了空位，我们想把它给候补名单上的“{title}”（{code}）。', ASKED, WHY),
  confirmed: mail(
    '感谢您的确认',
    '“{title}”（{code}）已列入 {event} 的议程，我们期待您的到来。',
    SLOT,
    '如果您最终不能来，请在此告诉我们：\n{link}',
  ),
  declined: mail(
    '您已谢绝',
    '“{title}”（{code}）不会在 {event} 上演讲。感谢您及时告知。',
    '如果这是误操作，请尽快写信给委员会。\n{link}',
  ),
  cancelled: mail('演讲已取消', '“{title}”（{code}）不会在 {event} 上进行。', '{link}'),
  reminder: mail(
    '您会来演讲吗',
    '“{title}”（{code}）已被 {event} 接受，但我们还不知道您是否会来。',
    '请在 {answerBy} 之前告诉我们：\n{link}',
  ),
  lapsed: mail(
    '我们没有收到您的答复',
    '我们曾请您在 {answerBy} 之前答复“{title}”（{code}）。因为没有收到答复，{event} 会把位置给别人。',
    '如果您没有收到我们的邮件，请尽快写信给委员会。\n{link}',
  ),
  'co-speaker': {
    subject: '邀请您共同演讲：{title}',
    text: [
      HELLO,
      '{by} 向 {event} 提交了“{title}”，并将您列为共同演讲者。',
      '请在此告诉我们您是否愿意参与演讲：\n{link}',
      UNTIL_YES,
    ].join('\n\n'),
  },
  handover: {
    subject: '有人为您提交了演讲：{title}',
    text: [
      HELLO,
      '{by} 向 {event} 提交了“{title}”，希望由您来讲。',
      '请在此接手，或告诉我们这不是您的演讲：\n{link}',
      UNTIL_YES,
    ].join('\n\n'),
  },
  role: ROLE_WORDS.zh,
}
