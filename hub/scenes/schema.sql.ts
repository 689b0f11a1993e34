export const scenesSchema: readonly string[] = [];
