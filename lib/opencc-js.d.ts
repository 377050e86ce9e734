declare module 'opencc-js/dict/TSCharacters' {
  /** `FROM TO [TO …]` between bars. */
  const characters: string
  export default characters
}
