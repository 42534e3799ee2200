/** The steps of an invited member, each with its address: the browser's back button goes one step back. */
export const MEMBER_STEPS = ['way', 'terms', 'key', 'known'] as const
export type MemberStep = (typeof MEMBER_STEPS)[number]

/** Nobody sets a password before both texts were agreed to. */
export const memberStepWithin = (step: MemberStep, agreed: boolean): MemberStep => (step === 'key' && !agreed ? 'terms' : step)
