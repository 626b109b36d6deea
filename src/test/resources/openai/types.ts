import type { ChatCompletion, ChatCompletionChunk, ChatCompletionCreateParams } from 'openai/resources/chat/completions/completions';
import type { Model } from 'openai/resources/models';
import type { Response, ResponseStreamEvent, ResponseCreateParams, ResponseItemList } from 'openai/resources/responses/responses';
import type { Conversation, ConversationCreateParams, ConversationUpdateParams, ConversationDeletedResource } from 'openai/resources/conversations/conversations';
import type { ConversationItem, ConversationItemList, ItemCreateParams } from 'openai/resources/conversations/items';
import type { ErrorObject } from 'openai/resources/shared';

export interface CreateCompletion { value: ChatCompletionCreateParams }
export interface Completion { value: ChatCompletion }
export interface Chunk { value: ChatCompletionChunk }
export interface OneModel { value: Model }
export interface Models { object: 'list'; data: Model[] }
export interface CreateResponse { value: ResponseCreateParams }
export interface OneResponse { value: Omit<Response, 'output_text'> }
export interface Event { value: ResponseStreamEvent }
export interface InputItems { value: ResponseItemList }
export interface CreateConversation { value: ConversationCreateParams }
export interface ChangeConversation { value: ConversationUpdateParams }
export interface OneConversation { value: Conversation }
export interface DeletedConversation { value: ConversationDeletedResource }
export interface CreateItems { value: Omit<ItemCreateParams, 'include'> }
export interface Items { value: ConversationItemList }
export interface OneItem { value: ConversationItem }
export interface Failure { error: ErrorObject }
