import type { VNode } from 'preact';
import type { Field } from '../../domain/card';

/**
 * One input of a form with its label, its hint, and what is wrong with it. `among`: what tells its id from those of another
 * form of the page.
 */
export function FieldView({
  field,
  fault,
  among = '',
}: {
  field: Field;
  fault: string | null;
  among?: string;
}): VNode {
  const id = `${among}field-${encodeURIComponent(field.name)}`;
  const hint = field.kind === 'text' ? field.hint : null;
  const describedBy = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ');
  const about = { id, name: `f.${field.name}`, 'aria-describedby': describedBy || undefined };
  return (
    <p class={field.kind === 'toggle' ? 'field toggle' : 'field'}>
      <label for={id}>{field.label}</label>
      <Input field={field} about={{ ...about, 'aria-invalid': fault ? 'true' : undefined }} />
      {hint && (
        <span class="muted" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span class="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </p>
  );
}

type About = Record<string, string | undefined>;

function Input({ field, about }: { field: Field; about: About }): VNode {
  switch (field.kind) {
    case 'toggle':
      // A box that is not ticked sends nothing: then the first of the two is all.
      return (
        <>
          <input type="hidden" name={about.name} value="off" />
          <input type="checkbox" value="on" checked={field.value} {...about} />
        </>
      );
    case 'select':
      return (
        <select {...about}>
          {field.options.map(({ value, label }) => (
            <option value={value} selected={value === field.value} key={value}>
              {label}
            </option>
          ))}
        </select>
      );
    case 'time':
    case 'date':
      return <input type={field.kind} value={field.value} required={field.required} {...about} />;
    case 'text':
      return field.multiline ? (
        <textarea rows={8} maxLength={field.maxLength} required={field.required} {...about}>
          {field.value}
        </textarea>
      ) : (
        <input
          type="text"
          value={field.value}
          maxLength={field.maxLength}
          required={field.required}
          {...about}
        />
      );
  }
}
