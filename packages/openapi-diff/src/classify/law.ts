/** What a check stands on: the sentence that its page quotes. */
export const LAWS = {
  requests:
    'Requests: everything that the API accepted must still be accepted. What was sent in good faith may not be turned away.',
  responses:
    'Responses: everything that may now arrive must have been announced. A client may not be handed what it was never told of.',
  exchange: 'A change is breaking when some exchange that the old document promised to work no longer does.',
  custom:
    'Nothing that was promised is lost, but clients that rely on what is customary may notice: a warning.',
  owner: 'Clients lose nothing, but the owner of the API should look: a warning.',
  sunset:
    'What is deprecated with a sunset date may go once that date and the grace days of its stability level have passed, and not before.',
  access:
    'readOnly properties are no part of a request and writeOnly ones no part of a response: there, nothing about them can break.',
  annotation: 'Words, names and marks take part in no exchange: nothing can break.',
  policy: 'The law is silent here; the settings say what is wanted.',
} as const;

/** A law's name. */
export type Law = keyof typeof LAWS;
