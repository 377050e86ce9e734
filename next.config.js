import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // All metadata in the head for everybody: a streamed title would keep a document from being stored whole.
  htmlLimitedBots: /.*/,
  experimental: { authInterrupts: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    '@prisma/client',
    '@prisma/adapter-pg',
    'nodemailer',
    'prom-client',
    'sharp',
    'shiki',
  ],
  typescript: { ignoreBuildErrors: true },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
