/** NHS numbers of the demo practice's people, by persona. */
export const NHS_NUMBERS = {
  ada: '9991230017',
  ben: '9991230025',
  cara: '9991230033',
  dev: '9991230041',
  ella: '9991230068',
  finn: '9991230076',
  gwen: '9991230084',
  hari: '9991230092',
  iris: '9991230106',
  jack: '9991230114',
  kezia: '9991230149',
  liam: '9991230157',
  maya: '9991230165',
  noor: '9991230173',
  owen: '9991230181',
  priya: '9991230122',
  quinn: '9991230130'
} as const

/** Well formed, but nobody's. */
export const UNKNOWN_NHS_NUMBER = '9991230394'

export const ELM_TREE = 'A81001'
export const MILL_LANE = 'B82002'

/** The app that the demo's Elm Tree Surgery has registered. */
export const DEMO_SOLUTION_ID = '019a8b5e-2c00-7000-8000-00000000a001'
