import type { NodeSpecification } from './builder.js';

/* n8n's own forms, written once: who fills one in has signed in to n8n, so that a name cannot be borrowed. */

export interface FormField {
	/** Name of the field in the item. */
	readonly name: string;
	/** What people read; absent for a hidden field, whose value comes from the address. */
	readonly label?: string;
	readonly kind: 'text' | 'textarea' | 'number' | 'date' | 'dropdown' | 'radio' | 'file' | 'hiddenField' | 'html';
	readonly required?: boolean;
	readonly options?: readonly string[];
	readonly placeholder?: string;
	/** File types to offer, e.g. `image/*`. */
	readonly accept?: string;
	/** Several files may be given. */
	readonly multiple?: boolean;
	readonly html?: string;
	/** Already chosen or written. */
	readonly value?: string;
}

export interface FormTexts {
	readonly title: string;
	readonly description: string;
	readonly button: string;
}

function fieldOf({ name, label, kind, required = false, options, placeholder, accept, multiple, html, value }: FormField): object {
	return {
		...(label === undefined ? {} : { fieldLabel: label }),
		...(kind === 'html' ? { elementName: name } : { fieldName: name }),
		fieldType: kind,
		...(required ? { requiredField: true } : {}),
		...(options === undefined ? {} : { fieldOptions: { values: options.map((option) => ({ option })) } }),
		...(placeholder === undefined ? {} : { placeholder }),
		...(kind === 'file' ? { multipleFiles: multiple ?? false, acceptFileTypes: accept ?? '' } : {}),
		...(html === undefined ? {} : { html }),
		...(value === undefined ? {} : { defaultValue: value }),
	};
}

/** A page of its own at `/form/<path>`; the workflow's last node answers it. */
export function formTrigger(at: readonly [number, number], path: string, { title, description, button }: FormTexts, fields: readonly FormField[]): NodeSpecification {
	return {
		type: 'n8n-nodes-base.formTrigger',
		version: 2.6,
		at,
		parameters: {
			authentication: 'n8nUserAuth',
			formTitle: title,
			formDescription: description,
			formFields: { values: fields.map(fieldOf) },
			responseMode: 'lastNode',
			options: { path, buttonLabel: button, appendAttribution: false },
		},
		options: { webhookId: path },
	};
}

/** What the person who sent the form reads at the end. */
export function formEnd(at: readonly [number, number], title: string, message: string, webhookId: string): NodeSpecification {
	return {
		type: 'n8n-nodes-base.form',
		version: 2.5,
		at,
		parameters: { operation: 'completion', respondWith: 'text', completionTitle: title, completionMessage: message, options: {} },
		options: { webhookId },
	};
}

/** A whole page (HTML) as the answer to a form. */
export function formPage(at: readonly [number, number], html: string, webhookId: string): NodeSpecification {
	return { type: 'n8n-nodes-base.form', version: 2.5, at, parameters: { operation: 'completion', respondWith: 'showText', responseText: html }, options: { webhookId } };
}

/** Files of the items before, by the names of their binary properties with commas, as the answer to a form: the browser saves them. */
export function formFiles(at: readonly [number, number], title: string, message: string, properties: string, webhookId: string): NodeSpecification {
	return {
		type: 'n8n-nodes-base.form',
		version: 2.5,
		at,
		parameters: { operation: 'completion', respondWith: 'returnBinary', completionTitle: title, completionMessage: message, inputDataFieldName: properties, options: {} },
		options: { webhookId },
	};
}
