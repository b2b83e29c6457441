// A dialog in which one of several things can be chosen.

export interface Choice {
    readonly title: string;
    readonly detail?: string;
    readonly take: () => void;
}

function element<Kind extends HTMLElement>(id: string): Kind {
    return document.getElementById(id) as Kind;
}

// TEXT is shown above the choices.
export function offer(
    title: string,
    text: readonly Node[],
    choices: readonly Choice[],
): void {
    const dialog = element<HTMLDialogElement>('choice');

    element('choice-title').textContent = title;
    element('choice-text').replaceChildren(...text);
    element('choices').replaceChildren(
        ...choices.map(choice => {
            const row = document.createElement('li');
            const button = document.createElement('button');
            const detail = document.createElement('small');

            button.type = 'button';
            button.append(choice.title);
            if (choice.detail) {
                detail.textContent = choice.detail;
                button.append(detail);
            }
            button.onclick = () => {
                dialog.close();
                choice.take();
            };
            row.append(button);
            return row;
        }),
    );
    dialog.showModal();
}
