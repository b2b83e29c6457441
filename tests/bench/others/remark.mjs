// remark behind the Language Server Protocol, with its recommended rules.
import { remark } from 'remark';
import recommended from 'remark-preset-lint-recommended';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
    configurationSection: 'remark',
    ignoreName: '.remarkignore',
    packageField: 'remarkConfig',
    pluginPrefix: 'remark',
    rcName: '.remarkrc',
    processorName: 'remark',
    processorSpecifier: 'remark',
    defaultProcessor: remark(),
    plugins: [recommended],
});
