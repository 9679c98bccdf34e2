import type { Answer } from '../http/answer.ts';
import type { FakeRequest } from '../http/request.ts';

/** Whether the caller asks for the bytes themselves, in any of the media type's spellings. */
export function wantsRaw(request: FakeRequest): boolean {
  return /application\/vnd\.github\.(?:v3\.)?raw\b/.test(request.headers.accept ?? '');
}

/** The bytes themselves. */
export function rawAnswer(content: Buffer): Answer {
  return {
    status: 200,
    body: content,
    headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
  };
}

/** Whether the caller asks for the name of a commit alone. */
export function wantsName(request: FakeRequest): boolean {
  return /application\/vnd\.github\.(?:v3\.)?sha\b/.test(request.headers.accept ?? '');
}

/** The name of a commit as a text. */
export function nameAnswer(sha: string): Answer {
  return {
    status: 200,
    body: Buffer.from(sha),
    headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8' },
  };
}
