/** "1 character", "2 characters" */
export const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
