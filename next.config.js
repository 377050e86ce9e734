import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // All metadata in the head for everybody: a streamed title would keep a document from being stored whole.
  htmlLimitedBots: /.*/,
  // A file has 5 MB at most, and a form may ask for several: what is a little more gets a sentence, not an error page.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: '16mb' },
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
