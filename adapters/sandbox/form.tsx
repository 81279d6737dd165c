import type { VNode } from 'preact';
import type { Field, Part } from '../../src/domain/card';

type FormPart = Extract<Part, { kind: 'form' }>;

/** Forms stand open in the gallery; in a conversation a button opens them. */
export type FormSetting = 'open' | { label: string };

/** In a conversation the form waits in a template, from which the page's script fills the dialog. */
export function Form({ part, id, forms }: { part: FormPart; id: string; forms: FormSetting }): VNode {
  if (forms === 'open') return <FormFields part={part} id={id} submit="button" />;
  return (
    <div class="form-closed">
      <button type="button" class="choice primary" id={`${id}.open`} data-open={`${id}.form`}>
        {forms.label}
      </button>
      <template id={`${id}.form`}>
        <FormFields part={part} id={id} submit="submit" />
      </template>
    </div>
  );
}

function FormFields({
  part,
  id,
  submit,
}: {
  part: FormPart;
  id: string;
  submit: 'submit' | 'button';
}): VNode {
  return (
    <form class="form" data-form={part.form} data-message={id}>
      {part.fields.map((field) => (
        <FieldView field={field} id={`${id}.${encodeURIComponent(field.name)}`} key={field.name} />
      ))}
      <button type={submit} class="choice primary">
        {part.submit}
      </button>
    </form>
  );
}

function FieldView({ field, id }: { field: Field; id: string }): VNode {
  if (field.kind === 'toggle') {
    return (
      <label class="toggle" for={id}>
        <input id={id} type="checkbox" name={field.name} defaultChecked={field.value} />
        <span>{field.label}</span>
      </label>
    );
  }
  return (
    <div class={`field ${field.kind}`}>
      <label for={id}>{field.label}</label>
      <Input field={field} id={id} />
      {field.kind === 'text' && field.hint && (
        <p class="hint" id={`${id}.hint`}>
          {field.hint}
        </p>
      )}
    </div>
  );
}

function Input({ field, id }: { field: Exclude<Field, { kind: 'toggle' }>; id: string }): VNode {
  switch (field.kind) {
    case 'select':
      return (
        <select id={id} name={field.name}>
          {field.options.map(({ value, label }) => (
            <option value={value} selected={value === field.value} key={value}>
              {label}
            </option>
          ))}
        </select>
      );
    case 'text':
      return field.multiline ? (
        <textarea
          id={id}
          name={field.name}
          rows={8}
          required={field.required}
          maxLength={field.maxLength}
          aria-describedby={field.hint ? `${id}.hint` : undefined}
          defaultValue={field.value}
        />
      ) : (
        <input
          id={id}
          type="text"
          name={field.name}
          defaultValue={field.value}
          required={field.required}
          maxLength={field.maxLength}
          aria-describedby={field.hint ? `${id}.hint` : undefined}
          autocomplete="off"
        />
      );
    case 'time':
    case 'date':
      return (
        <input
          id={id}
          type={field.kind}
          name={field.name}
          defaultValue={field.value}
          required={field.required}
        />
      );
  }
}
