// What keeps the command, or one of its files, from a result. The message is for the user.
export class Problem extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
