import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // All metadata in the head for everybody: a streamed title would keep a document from being stored whole.
  htmlLimitedBots: /.*/,
  // Two files of the most that one may have, with their form: so a file of twice that much still gets its sentence beside
  // its field. What is more is turned away by the front (lib/front/limits.ts) before it is read.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: '11mb' },
    cssChunking: { type: 'graph', requestCost: 12_000, weightDistribution: 1 },
  },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'esbuild',
    '@prisma/client',
    '@prisma/adapter-pg',
    'nodemailer',
    'prom-client',
    'i18n-iso-countries',
    'satteri',
    'sharp',
    'shiki',
  ],
  typescript: { ignoreBuildErrors: true },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
