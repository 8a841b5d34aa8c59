import type { AttributeList, TextPool } from './elements.js';

/** Attributes of an ItemData or typed item element. One object is reused: items come by the hundred thousand. */
export class ItemAttributes {
	oid: string | undefined;
	value: string | null = null;
	isNull = false;
	transaction: string | undefined;
	auditRecordId: string | null = null;
	signatureId: string | null = null;
	/** Has attributes beside those of the standard. */
	extended = false;

	read(attributes: AttributeList, pool: TextPool): void {
		this.oid = undefined;
		this.value = null;
		this.isNull = false;
		this.transaction = undefined;
		this.auditRecordId = null;
		this.signatureId = null;
		this.extended = false;
		for (let index = 0; index < attributes.count; index++) {
			const text = attributes.values[index] as string;
			switch (attributes.names[index]) {
				case 'ItemOID':
					this.oid = text;
					break;
				case 'Value':
					this.value = text;
					break;
				case 'IsNull':
					this.isNull = text === 'Yes';
					break;
				case 'TransactionType':
					this.transaction = text;
					break;
				case 'AuditRecordID':
					this.auditRecordId = pool.share(text);
					break;
				case 'SignatureID':
					this.signatureId = pool.share(text);
					break;
				default:
					this.extended = true;
			}
		}
	}
}
