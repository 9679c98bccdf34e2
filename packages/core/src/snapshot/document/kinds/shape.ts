/** What an object is, or that it is a plain value whose keys have no order of their own. */
export type Shape = KindName | `map of ${KindName}` | 'value';

/** The fields of an object kind in the order in which the specification lists them, and what stands in each. */
export type Fields = Readonly<Record<string, Shape>>;

/** The object kinds of the OpenAPI Specification. */
export type KindName =
  | 'document'
  | 'info'
  | 'contact'
  | 'license'
  | 'server'
  | 'serverVariable'
  | 'components'
  | 'paths'
  | 'pathItem'
  | 'operation'
  | 'externalDocs'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'responses'
  | 'response'
  | 'callback'
  | 'example'
  | 'link'
  | 'header'
  | 'tag'
  | 'schema'
  | 'discriminator'
  | 'xml'
  | 'securityScheme'
  | 'oauthFlows'
  | 'oauthFlow';
