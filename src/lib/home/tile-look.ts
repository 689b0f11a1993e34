/** The five pictures of a switch; `value`: there is nothing to switch. */
export type TilePicture = 'off' | 'on' | 'sent' | 'failed' | 'unknown' | 'value';

/**
 * A push button, a scene and a group look different from a switch. `value`: a reading, or a relay that this person may only
 * see, so that there is nothing to press.
 */
export type TileLook = 'switch' | 'push' | 'scene' | 'group' | 'value';
