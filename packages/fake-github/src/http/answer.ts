/** What a call gives back. A Buffer goes out as it is, all else as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** Ends a call early with the answer that it holds. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`${answer.status}`);
    this.answer = answer;
  }
}

/** An error body in GitHub's form: message, documentation_url, and the status as text. */
export function problem(
  status: number,
  message: string,
  more: { errors?: readonly unknown[]; headers?: Record<string, string>; documentation?: string } = {},
): Answer {
  const body = {
    message,
    ...(more.errors === undefined ? {} : { errors: more.errors }),
    documentation_url: more.documentation ?? DOCUMENTATION,
    status: String(status),
  };
  return more.headers === undefined ? { status, body } : { status, body, headers: more.headers };
}

/** 404, which is also what a caller without the right to know gets. */
export function notFound(message = 'Not Found'): Refusal {
  return new Refusal(problem(404, message));
}

/** 422 with an entry for the field that is wrong. */
export function validationFailed(resource: string, field: string, code: string, message?: string): Refusal {
  const entry = message === undefined ? { resource, field, code } : { resource, field, code, message };
  return new Refusal(problem(422, 'Validation Failed', { errors: [entry] }));
}

/** 200 with a JSON body. */
export function ok(body: unknown, headers?: Record<string, string>): Answer {
  return headers === undefined ? { status: 200, body } : { status: 200, body, headers };
}

/** 201 with a JSON body. */
export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** 204, without a body. */
export function noContent(): Answer {
  return { status: 204 };
}
