/** The files are large: TypeScript need not read them to know that they are topologies. */
declare module 'world-atlas/*.json' {
  const topology: unknown
  export default topology
}
