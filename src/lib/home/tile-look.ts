/** The five pictures of a switch; `value`: there is nothing to switch. */
export type TilePicture = 'off' | 'on' | 'sent' | 'failed' | 'unknown' | 'value';

/** A push button, a scene and a group look different from a switch. */
export type TileLook = 'switch' | 'push' | 'scene' | 'group';
