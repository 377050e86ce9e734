/** Who may import whom: `app → features → components → lib`, `features → engines`. Held by `npm run check`. */
const inside = (name) => `^features/([^/]+)/${name}(\\.ts|/)`
const layer = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('no-cycles', 'A circle has no floor.', {}, { circular: true }),
    layer('unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    layer('lib-knows-nothing-above', '', { path: '^lib/' }, { path: '^(app|features|components|engines|islands)/' }),
    layer(
      'engines-know-nothing',
      'Pure algorithms.',
      { path: '^engines/' },
      { path: '^(app|features|components|lib)/' },
    ),
    layer('components-below-features', '', { path: '^components/' }, { path: '^(app|features)/' }),
    layer('features-below-app', '', { path: '^features/' }, { path: '^app/' }),
    layer(
      'rules-are-pure',
      'Facts in, a word out.',
      { path: inside('(rules|table|schema|emails|formats)') },
      {
        path: [inside('(queries|commands|actions|api|jobs|import|gate)'), '^lib/(db|session|jobs)', '^generated/'],
        pathNot: '^generated/prisma/enums',
      },
    ),
    layer('queries-only-read', '', { path: inside('queries') }, { path: inside('(commands|actions|api|jobs|import)') }),
    layer('commands-below-edges', '', { path: inside('commands') }, { path: inside('(actions|api|jobs)') }),
    layer(
      'another-feature-by-its-front-door',
      'Queries, rules, schema, table, gate, formats and components of another feature; its commands only from its own edges and from the sync of content, which writes what texts say of others.',
      { path: '^features/([^/]+)/', pathNot: ['\\.test\\.tsx?$', '^features/content/commands/write-entities'] },
      {
        path: '^features/([^/]+)/(commands|actions|api|jobs|import|emails)(\\.ts|/)',
        // A guest's post is compiled and written as every other text is.
        pathNot: ['^features/$1/', '^features/content/(import/(compile|plain|rows)|commands/write-content)\\.ts$'],
      },
    ),
    layer(
      'who-touches-the-database',
      'Only queries, commands, lib, prisma and tests.',
      { pathNot: [inside('(queries|commands)'), '^(lib|prisma|tests|bench|scripts)/', '\\.test\\.tsx?$'] },
      { path: '^lib/db\\.ts$' },
    ),
    layer(
      'pages-parse-nothing',
      'Pages compose; zod is for the edges below.',
      { path: '^app/.*page\\.tsx$' },
      {
        path: ['^node_modules/zod', '^generated/', '^lib/db'],
      },
    ),
    layer(
      'no-dev-packages-at-run-time',
      '',
      { path: '^(app|features|components|engines|lib|islands)/', pathNot: ['\\.test\\.tsx?$', '^lib/postgres/shadow'] },
      {
        dependencyTypes: ['npm-dev'],
        pathNot: '^node_modules/@types/',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.build|\\.data|generated/prisma/internal)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
