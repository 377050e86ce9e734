/** Pages that must stand when nothing else does: no database, no Next, no stylesheet. */
export interface Words {
  title: string
  text: string
}

const english = {
  database: {
    title: 'The database can’t be reached just now',
    text: 'Nothing is lost. What you came for needs it, so please try again in a minute.',
  },
  broken: {
    title: 'Something went wrong on our side',
    text: 'The page could not be made. Please try again in a minute.',
  },
  often: {
    title: 'Too many questions from here',
    text: 'Others on your network may be searching too. Please try again in a minute; everything else works as ever.',
  },
  large: {
    title: 'That was too much at once',
    text: 'A file has 5 MB at most, and what was sent is more than two of them. Nothing of it was taken. Go back: what you typed is there, and a smaller file will do.',
  },
  missing: { title: 'Not found', text: 'There is nothing at this address.' },
}

const chinese: typeof english = {
  database: { title: '暂时无法连接数据库', text: '数据没有丢失，请稍后再试。' },
  broken: { title: '服务器出错了', text: '无法生成此页面，请稍后再试。' },
  often: { title: '此处的搜索过于频繁', text: '同一网络中可能还有其他人在搜索。请一分钟后再试，其他页面照常可用。' },
  large: {
    title: '一次发送的内容过大',
    text: '每个文件最多 5 MB，此次发送的内容超过两个文件的上限，未保存任何内容。请返回上一页，改用较小的文件。',
  },
  missing: { title: '未找到页面', text: '此地址没有内容。' },
}

export type BuiltIn = keyof typeof english

export function builtInPage(which: BuiltIn, locale: string): string {
  const { title, text } = (locale === 'zh' ? chinese : english)[which]
  const home = locale === 'zh' ? '<a href="/zh">首页</a>' : '<a href="/">Front page</a>'
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1.125rem/1.6 Georgia, serif }
main { max-width: 34rem; padding: 2rem }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem }
a { color: inherit }
</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p><p>${home}</p></main></body>
</html>
`
}
