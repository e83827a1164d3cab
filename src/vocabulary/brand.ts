declare const BRAND: unique symbol

/** A value of `Base` that only its own parser or policy can make. */
export type Brand<Base, Name extends string> = Base & {
  readonly [BRAND]: Name
}
