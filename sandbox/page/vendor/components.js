/* Built by `make components` from @skyra/discord-components-core 4.0.2, discord-markdown-parser 1.3.1, lit 3.3.1. Licences: LICENSES.txt beside this file. */
var _l=Object.create;var Fs=Object.defineProperty;var bl=Object.getOwnPropertyDescriptor;var yl=Object.getOwnPropertyNames;var xl=Object.getPrototypeOf,zl=Object.prototype.hasOwnProperty;var ye=(t,i)=>()=>{try{return i||t((i={exports:{}}).exports,i),i.exports}catch(a){throw i=0,a}};var wl=(t,i,a,e)=>{if(i&&typeof i=="object"||typeof i=="function")for(let r of yl(i))!zl.call(t,r)&&r!==a&&Fs(t,r,{get:()=>i[r],enumerable:!(e=bl(i,r))||e.enumerable});return t};var kl=(t,i,a)=>(a=t!=null?_l(xl(t)):{},wl(i||!t||!t.__esModule?Fs(a,"default",{value:t,enumerable:!0}):a,t));var Ce=ye(Wr=>{"use strict";Object.defineProperty(Wr,"__esModule",{value:!0});var Wl=/\r\n?/g,Ql=/\t/g,Yl=/\f/g,wo=function(t){return t.replace(Wl,`
`).replace(Yl,"").replace(Ql,"    ")},ko=function(t,i){var a=t||{};if(i!=null)for(var e in i)Object.prototype.hasOwnProperty.call(i,e)&&(a[e]=i[e]);return a},Mo=function(t,i){var a=Object.keys(t).filter(function(o){var c=t[o];if(c==null||c.match==null)return!1;var v=c.order;return(typeof v!="number"||!isFinite(v))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+o+"`: "+String(v)),!0});a.sort(function(o,c){var v=t[o],h=t[c],l=v.order,s=h.order;if(l!==s)return l-s;var _=v.quality?0:1,p=h.quality?0:1;return _!==p?_-p:o<c?-1:o>c?1:0});var e,r=function(o,c){var v=[];for(c=c||e,e=c;o;){var h=null,l=null,s=null,_=NaN,p=0,f=a[0],d=t[f];do{var n=d.order,m=c.prevCapture==null?"":c.prevCapture[0],T=d.match(o,c,m);if(T){var D=d.quality?d.quality(T,c,m):0;D<=_||(h=f,l=d,s=T,_=D)}p++,f=a[p],d=t[f]}while(d&&(!s||d.order===n&&d.quality));if(l==null||s==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+a[a.length-1]+`'. It seems to not match the following source:
`+o);if(s.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var F=l.parse(s,r,c);if(Array.isArray(F))Array.prototype.push.apply(v,F);else{if(F==null||typeof F!="object")throw new Error(`parse() function returned invalid parse result: '${F}'`);F.type==null&&(F.type=h),v.push(F)}c.prevCapture=s,o=o.substring(c.prevCapture[0].length)}return v},u=function(o,c){return e=ko(c,i),!e.inline&&!e.disableAutoBlockNewlines&&(o=o+`

`),e.prevCapture=null,r(wo(o),e)};return u},Ye=function(t){var i=function(a,e,r){return e.inline?t.exec(a):null};return i.regex=t,i},rt=function(t){var i=function(a,e){return e.inline?null:t.exec(a)};return i.regex=t,i},qr=function(t){var i=function(a,e){return t.exec(a)};return i.regex=t,i},of=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,$e=function(t,i,a,e){a=a||{},e=typeof e<"u"?e:!0;var r="";for(var u in a){var o=a[u];Object.prototype.hasOwnProperty.call(a,u)&&o&&(r+=" "+hi(u)+'="'+hi(o)+'"')}var c="<"+t+r+">";return e?c+i+"</"+t+">":c},Fr=function(t){if(t==null)return null;try{var i=new URL(t,"https://localhost").protocol;if(i.indexOf("javascript:")===0||i.indexOf("vbscript:")===0||i.indexOf("data:")===0)return null}catch{return null}return t},Gl=/[<>&"']/g,Kl={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},hi=function(t){return String(t).replace(Gl,function(i){return Kl[i]})},Xl=/\\([^0-9A-Za-z\s])/g,Zr=function(t){return t.replace(Xl,"$1")},Na=function(t,i,a){var e=a.inline||!1;a.inline=!0;var r=t(i,a);return a.inline=e,r},Jl=function(t,i,a){var e=a.inline||!1;a.inline=!1;var r=t(i+`

`,a);return a.inline=e,r},Va=function(t,i,a){return{content:Na(i,t[1],a)}},Ur=function(){return{}},Ba="(?:[*+-]|\\d+\\.)",To="( *)("+Ba+") +",_o=new RegExp("^"+To),en=new RegExp(To+"[^\\n]*(?:\\n(?!\\1"+Ba+` )[^\\n]*)*(
|$)`,"gm"),Co=/\n{2,}$/,tn=/^ (?= *`)|(` *) $/g,an=Co,bo=/ *\n+$/,rn=new RegExp("^( *)("+Ba+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+Ba+` )\\n*|\\s*
*$)`),sn=/(?:^|\n)( *)$/,Pa=(function(){var t=/^ *\| *| *\| *$/g,i=/ *$/,a=/^ *-+: *$/,e=/^ *:-+: *$/,r=/^ *:-+ *$/,u=function(l){return a.test(l)?"right":e.test(l)?"center":r.test(l)?"left":null},o=function(l,s,_,p){p&&(l=l.replace(t,""));var f=l.trim().split("|");return f.map(u)},c=function(l,s,_,p){var f=_.inTable;_.inTable=!0;var d=s(l.trim(),_);_.inTable=f;var n=[[]];return d.forEach(function(m,T){m.type==="tableSeparator"?(!p||T!==0&&T!==d.length-1)&&n.push([]):(m.type==="text"&&(d[T+1]==null||d[T+1].type==="tableSeparator")&&(m.content=m.content.replace(i,"")),n[n.length-1].push(m))}),n},v=function(l,s,_,p){var f=l.trim().split(`
`);return f.map(function(d){return c(d,s,_,p)})},h=function(l){return function(s,_,p){p.inline=!0;var f=c(s[1],_,p,l),d=o(s[2],_,p,l),n=v(s[3],_,p,l);return p.inline=!1,{type:"table",header:f,align:d,cells:n}}};return{parseTable:h(!0),parseNpTable:h(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),Ra="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",yo=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,on=/mailto:/i,xo=function(t,i,a){var e=(t[2]||t[1]).replace(/\s+/g," ").toLowerCase();if(i._defs&&i._defs[e]){var r=i._defs[e];a.target=r.target,a.title=r.title}return i._refs=i._refs||{},i._refs[e]=i._refs[e]||[],i._refs[e].push(a),a},be=0,Ua={Array:{html:function(t,i,a){for(var e="",r=0;r<t.length;r++){var u=t[r];if(u.type==="text")for(u={type:"text",content:u.content};r+1<t.length&&t[r+1].type==="text";r++)u.content+=t[r+1].content;e+=i(u,a)}return e}},heading:{order:be++,match:rt(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(t,i,a){return{level:t[1].length,content:Na(i,t[2].trim(),a)}},html:function(t,i,a){return $e("h"+t.level,i(t.content,a))}},nptable:{order:be++,match:rt(Pa.NPTABLE_REGEX),parse:Pa.parseNpTable,html:null},lheading:{order:be++,match:rt(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(t,i,a){return{type:"heading",level:t[2]==="="?1:2,content:Na(i,t[1],a)}},html:null},hr:{order:be++,match:rt(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:Ur,html:function(t,i,a){return'<hr aria-hidden="true">'}},codeBlock:{order:be++,match:rt(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(t,i,a){var e=t[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:e}},html:function(t,i,a){var e=t.lang?"markdown-code-"+t.lang:void 0,r=$e("code",hi(t.content),{class:e});return $e("pre",r)}},fence:{order:be++,match:rt(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(t,i,a){return{type:"codeBlock",lang:t[2]||void 0,content:t[3]}},html:null},blockQuote:{order:be++,match:rt(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(t,i,a){var e=t[0].replace(/^ *> ?/gm,"");return{content:i(e,a)}},html:function(t,i,a){return $e("blockquote",i(t.content,a))}},list:{order:be++,match:function(t,i){var a=i.prevCapture==null?"":i.prevCapture[0],e=sn.exec(a),r=i._list||!i.inline;return e&&r?(t=e[1]+t,rn.exec(t)):null},parse:function(t,i,a){var e=t[2],r=e.length>1,u=r?+e:void 0,o=t[0].replace(an,`
`).match(en),c=!1,v=o.map(function(h,l){var s=_o.exec(h),_=s?s[0].length:0,p=new RegExp("^ {1,"+_+"}","gm"),f=h.replace(p,"").replace(_o,""),d=l===o.length-1,n=f.indexOf(`

`)!==-1,m=n||d&&c;c=m;var T=a.inline,D=a._list;a._list=!0;var F;m?(a.inline=!1,F=f.replace(bo,`

`)):(a.inline=!0,F=f.replace(bo,""));var x=i(F,a);return a.inline=T,a._list=D,x});return{ordered:r,start:u,items:v}},html:function(t,i,a){var e=t.items.map(function(o){return $e("li",i(o,a))}).join(""),r=t.ordered?"ol":"ul",u={start:t.start};return $e(r,e,u)}},def:{order:be++,match:rt(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(t,i,a){var e=t[1].replace(/\s+/g," ").toLowerCase(),r=t[2],u=t[3];return a._refs&&a._refs[e]&&a._refs[e].forEach(function(o){o.target=r,o.title=u}),a._defs=a._defs||{},a._defs[e]={target:r,title:u},{def:e,target:r,title:u}},html:function(){return""}},table:{order:be++,match:rt(Pa.TABLE_REGEX),parse:Pa.parseTable,html:function(t,i,a){var e=function(v){return t.align[v]==null?"":"text-align:"+t.align[v]+";"},r=t.header.map(function(v,h){return $e("th",i(v,a),{style:e(h),scope:"col"})}).join(""),u=t.cells.map(function(v){var h=v.map(function(l,s){return $e("td",i(l,a),{style:e(s)})}).join("");return $e("tr",h)}).join(""),o=$e("thead",$e("tr",r)),c=$e("tbody",u);return $e("table",o+c)}},newline:{order:be++,match:rt(/^(?:\n *)*\n/),parse:Ur,html:function(t,i,a){return`
`}},paragraph:{order:be++,match:rt(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:Va,html:function(t,i,a){var e={class:"paragraph"};return $e("div",i(t.content,a),e)}},escape:{order:be++,match:Ye(/^\\([^0-9A-Za-z\s])/),parse:function(t,i,a){return{type:"text",content:t[1]}},html:null},tableSeparator:{order:be++,match:function(t,i){return i.inTable?/^ *\| */.exec(t):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:be++,match:Ye(/^<([^: >]+:\/[^ >]+)>/),parse:function(t,i,a){return{type:"link",content:[{type:"text",content:t[1]}],target:t[1]}},html:null},mailto:{order:be++,match:Ye(/^<([^ >]+@[^ >]+)>/),parse:function(t,i,a){var e=t[1],r=t[1];return on.test(r)||(r="mailto:"+r),{type:"link",content:[{type:"text",content:e}],target:r}},html:null},url:{order:be++,match:Ye(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(t,i,a){return{type:"link",content:[{type:"text",content:t[1]}],target:t[1],title:void 0}},html:null},link:{order:be++,match:Ye(new RegExp("^\\[("+Ra+")\\]\\("+yo+"\\)")),parse:function(t,i,a){var e={content:i(t[1],a),target:Zr(t[2]),title:t[3]};return e},html:function(t,i,a){var e={href:Fr(t.target),title:t.title};return $e("a",i(t.content,a),e)}},image:{order:be++,match:Ye(new RegExp("^!\\[("+Ra+")\\]\\("+yo+"\\)")),parse:function(t,i,a){var e={alt:t[1],target:Zr(t[2]),title:t[3]};return e},html:function(t,i,a){var e={src:Fr(t.target),alt:t.alt,title:t.title};return $e("img","",e,!1)}},reflink:{order:be++,match:Ye(new RegExp("^\\[("+Ra+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(t,i,a){return xo(t,a,{type:"link",content:i(t[1],a)})},html:null},refimage:{order:be++,match:Ye(new RegExp("^!\\[("+Ra+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(t,i,a){return xo(t,a,{type:"image",alt:t[1]})},html:null},em:{order:be,match:Ye(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(t){return t[0].length+.2},parse:function(t,i,a){return{content:i(t[2]||t[1],a)}},html:function(t,i,a){return $e("em",i(t.content,a))}},strong:{order:be,match:Ye(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(t){return t[0].length+.1},parse:Va,html:function(t,i,a){return $e("strong",i(t.content,a))}},u:{order:be++,match:Ye(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(t){return t[0].length},parse:Va,html:function(t,i,a){return $e("u",i(t.content,a))}},del:{order:be++,match:Ye(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:Va,html:function(t,i,a){return $e("del",i(t.content,a))}},inlineCode:{order:be++,match:Ye(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(t,i,a){return{content:t[2].replace(tn,"$1")}},html:function(t,i,a){return $e("code",hi(t.content))}},br:{order:be++,match:qr(/^ {2,}\n/),parse:Ur,html:function(t,i,a){return"<br>"}},text:{order:be++,match:qr(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(t,i,a){return{content:t[0]}},html:function(t,i,a){return hi(t.content)}}},ln=function(t,i){!i&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var a=function(e,r,u){return t[e.type][i](e,r,u)};return a},nn=function(t){var i=function(a,e){return e=e||{},Array.isArray(a)?a.map(function(r){return i(r,e)}).join(""):t(a,i,e)};return i},$o=function(t,i,a={}){if(!i)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var e,r=t.Array||Ua.Array,u=r[i];if(!u)throw new Error("simple-markdown: outputFor: to join nodes of type `"+i+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var o=u,c=function(h,l){return l=l||e,e=l,Array.isArray(h)?o(h,c,l):t[h.type][i](h,c,l)},v=function(h,l){return e=ko(l,a),c(h,e)};return v},qa=Mo(Ua),Eo=function(t,i){return i=i||{},i.inline=!1,qa(t,i)},dn=function(t,i){return i=i||{},i.inline=!0,qa(t,i)},zo=function(t,i){var a=Co.test(t);return i=i||{},i.inline=!a,qa(t,i)},jo=$o(Ua,"html"),cn=function(t,i){return jo(Eo(t,i),i)},hn={defaultRules:Ua,parserFor:Mo,outputFor:$o,inlineRegex:Ye,blockRegex:rt,anyScopeRegex:qr,parseInline:Na,parseBlock:Jl,markdownToHtml:cn,defaultBlockParse:Eo,defaultInlineParse:dn,defaultImplicitParse:zo,defaultHtmlOutput:jo,preprocess:wo,sanitizeText:hi,sanitizeUrl:Fr,unescapeUrl:Zr,htmlTag:$e,defaultRawParse:qa,ruleOutput:ln,htmlFor:nn,defaultParse:function(...t){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),zo.apply(null,t)},defaultOutput:function(...t){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,t)}};Wr.default=hn});var Pe=ye(ge=>{"use strict";Object.defineProperty(ge,"__esModule",{value:!0});ge.GuildNavigationRegex=ge.SlashCommandRegex=ge.SubtextRegex=ge.HeadingRegex=ge.TimestampRegex=ge.TextRegex=ge.StrikeThroughRegex=ge.SpoilerRegex=ge.EmoticonRegex=ge.CodeBlockRegex=ge.BlockQuoteRegex=ge.HereRegex=ge.EveryoneRegex=ge.UserMentionRegex=ge.RoleMentionRegex=ge.EmojiRegex=ge.ChannelMentionRegex=void 0;ge.ChannelMentionRegex=/^<#(\d{17,20})>/;ge.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;ge.RoleMentionRegex=/^<@&(\d{17,20})>/;ge.UserMentionRegex=/^<@!?(\d{17,20})>/;ge.EveryoneRegex=/^@everyone/;ge.HereRegex=/^@here/;ge.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;ge.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;ge.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;ge.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;ge.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;ge.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;ge.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;ge.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;ge.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;ge.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;ge.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Do=ye(ui=>{"use strict";var un=ui&&ui.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(ui,"__esModule",{value:!0});ui.guildNavigation=void 0;var mn=un(Ce()),fn=Pe();ui.guildNavigation={order:mn.default.defaultRules.strong.order,match:t=>fn.GuildNavigationRegex.exec(t),parse:function(t){var i,a,e;let r=(i=t[2])!==null&&i!==void 0?i:t[3];if(r==="linked-roles"){let u=(e=(a=t[4])===null||a===void 0?void 0:a.slice(1))!==null&&e!==void 0?e:null;return{id:t[1],navigation:r,roleId:u}}else return{id:t[1],navigation:r}}}});var So=ye(mi=>{"use strict";var pn=mi&&mi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(mi,"__esModule",{value:!0});mi.slashCommand=void 0;var vn=pn(Ce()),gn=Pe();mi.slashCommand={order:vn.default.defaultRules.strong.order,match:t=>gn.SlashCommandRegex.exec(t),parse:function(t){let i=t[1].split(" "),a={fullName:t[1],name:i[0],subcommand:null,subcommandGroup:null,id:t[2]};return i.length==2&&(a.subcommand=i[1]),i.length===3&&(a.subcommandGroup=i[1],a.subcommand=i[2]),a}}});var Ho=ye(fi=>{"use strict";var _n=fi&&fi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(fi,"__esModule",{value:!0});fi.everyone=void 0;var bn=_n(Ce()),yn=Pe();fi.everyone={order:bn.default.defaultRules.strong.order,match:t=>yn.EveryoneRegex.exec(t),parse:function(){return{}}}});var Ao=ye(Fa=>{"use strict";Object.defineProperty(Fa,"__esModule",{value:!0});Fa.TwemojiRegex=void 0;Fa.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var Lo=ye(pi=>{"use strict";var xn=pi&&pi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(pi,"__esModule",{value:!0});pi.twemoji=void 0;var zn=xn(Ce()),wn=Ao();pi.twemoji={order:zn.default.defaultRules.strong.order,match:t=>wn.TwemojiRegex.exec(t),parse:function(t){return{name:t[0]}}}});var Io=ye(vi=>{"use strict";var kn=vi&&vi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(vi,"__esModule",{value:!0});vi.channel=void 0;var Mn=kn(Ce()),Tn=Pe();vi.channel={order:Mn.default.defaultRules.strong.order,match:t=>Tn.ChannelMentionRegex.exec(t),parse:function(t){return{id:t[1]}}}});var Oo=ye(gi=>{"use strict";var Cn=gi&&gi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(gi,"__esModule",{value:!0});gi.timestamp=void 0;var $n=Cn(Ce()),En=Pe();gi.timestamp={order:$n.default.defaultRules.strong.order,match:t=>En.TimestampRegex.exec(t),parse:function(t){return{timestamp:t[1],format:t[2]}}}});var gt=ye(Za=>{"use strict";Object.defineProperty(Za,"__esModule",{value:!0});Za.extend=void 0;var jn=(t,i)=>Object.assign({},i,t);Za.extend=jn});var Vo=ye(_i=>{"use strict";var Dn=_i&&_i.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(_i,"__esModule",{value:!0});_i.blockQuote=void 0;var Sn=Dn(Ce()),Hn=gt(),An=Pe();_i.blockQuote=(0,Hn.extend)({match:function(t,i,a){return!/^$|\n *$/.test(a)||i.inQuote?null:An.BlockQuoteRegex.exec(t)},parse:function(t,i,a){let e=t[0],u=!!/^ *>>> ?/.exec(e)?/^ *>>> ?/:/^ *> ?/gm,o=e.replace(u,"");return{content:i(o,Object.assign({},a,{inQuote:!0})),type:"blockQuote"}}},Sn.default.defaultRules.blockQuote)});var Ro=ye(bi=>{"use strict";var Ln=bi&&bi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(bi,"__esModule",{value:!0});bi.strikethrough=void 0;var Po=Ln(Ce()),In=gt(),On=Pe();bi.strikethrough=(0,In.extend)({match:Po.default.inlineRegex(On.StrikeThroughRegex)},Po.default.defaultRules.del)});var Bo=ye(yi=>{"use strict";var Vn=yi&&yi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(yi,"__esModule",{value:!0});yi.codeBlock=void 0;var No=Vn(Ce()),Pn=gt(),Rn=Pe();yi.codeBlock=(0,Pn.extend)({match:No.default.inlineRegex(Rn.CodeBlockRegex),parse:function(t,i,a){return{lang:(t[2]||"").trim(),content:t[3]||"",inQuote:a.inQuote||!1}}},No.default.defaultRules.codeBlock)});var Uo=ye(xi=>{"use strict";var Nn=xi&&xi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(xi,"__esModule",{value:!0});xi.emoji=void 0;var Bn=Nn(Ce()),Un=Pe();xi.emoji={order:Bn.default.defaultRules.strong.order,match:t=>Un.EmojiRegex.exec(t),parse:function(t){return{animated:t[1]==="a",name:t[2],id:t[3]}}}});var qo=ye(zi=>{"use strict";var qn=zi&&zi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(zi,"__esModule",{value:!0});zi.role=void 0;var Fn=qn(Ce()),Zn=Pe();zi.role={order:Fn.default.defaultRules.strong.order,match:t=>Zn.RoleMentionRegex.exec(t),parse:function(t){return{id:t[1]}}}});var Fo=ye(wi=>{"use strict";var Wn=wi&&wi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(wi,"__esModule",{value:!0});wi.autolink=void 0;var Qn=Wn(Ce()),Yn=gt();wi.autolink=(0,Yn.extend)({parse:t=>({content:[{type:"text",content:t[1]}],target:t[1]})},Qn.default.defaultRules.autolink)});var Zo=ye(ki=>{"use strict";var Gn=ki&&ki.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(ki,"__esModule",{value:!0});ki.here=void 0;var Kn=Gn(Ce()),Xn=Pe();ki.here={order:Kn.default.defaultRules.strong.order,match:t=>Xn.HereRegex.exec(t),parse:function(){return{}}}});var Wo=ye(Mi=>{"use strict";var Jn=Mi&&Mi.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Mi,"__esModule",{value:!0});Mi.emoticon=void 0;var ed=Jn(Ce()),td=Pe();Mi.emoticon={order:ed.default.defaultRules.text.order,match:t=>td.EmoticonRegex.exec(t),parse:function(t){return{type:"text",content:t[1]}}}});var Qo=ye(Ti=>{"use strict";var id=Ti&&Ti.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Ti,"__esModule",{value:!0});Ti.user=void 0;var ad=id(Ce()),rd=Pe();Ti.user={order:ad.default.defaultRules.strong.order,match:t=>rd.UserMentionRegex.exec(t),parse:function(t){return{id:t[1],type:"user"}}}});var Yo=ye(Wa=>{"use strict";Object.defineProperty(Wa,"__esModule",{value:!0});Wa.spoiler=void 0;var sd=Pe();Wa.spoiler={order:0,match:t=>sd.SpoilerRegex.exec(t),parse:function(t,i,a){return{content:i(t[1],a)}}}});var Go=ye(Ci=>{"use strict";var od=Ci&&Ci.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Ci,"__esModule",{value:!0});Ci.heading=void 0;var ld=od(Ce()),nd=gt(),dd=Pe();Ci.heading=(0,nd.extend)({match:function(t,i){return i.prevCapture===null||i.prevCapture.slice(-1)[0]===`
`?dd.HeadingRegex.exec(t):null}},ld.default.defaultRules.heading)});var Ko=ye($i=>{"use strict";var cd=$i&&$i.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty($i,"__esModule",{value:!0});$i.subtext=void 0;var hd=cd(Ce()),ud=Pe();$i.subtext={order:hd.default.defaultRules.heading.order-.5,match:function(t,i){return i.prevCapture===null||i.prevCapture.slice(-1)[0]===`
`?ud.SubtextRegex.exec(t):null},parse:function(t,i,a){return{content:i(t[1],a)}}}});var Xo=ye(Ei=>{"use strict";var md=Ei&&Ei.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Ei,"__esModule",{value:!0});Ei.text=void 0;var fd=md(Ce()),pd=gt(),vd=Pe();Ei.text=(0,pd.extend)({match:t=>vd.TextRegex.exec(t)},fd.default.defaultRules.text)});var Jo=ye(ji=>{"use strict";var gd=ji&&ji.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(ji,"__esModule",{value:!0});ji.url=void 0;var _d=gd(Ce()),bd=gt();ji.url=(0,bd.extend)({parse:t=>({content:[{type:"text",content:t[1]}],target:t[1]})},_d.default.defaultRules.url)});var tl=ye(Di=>{"use strict";var yd=Di&&Di.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Di,"__esModule",{value:!0});Di.em=void 0;var xd=gt(),el=yd(Ce());Di.em=(0,xd.extend)({parse:function(t,i,a){let e=el.default.defaultRules.em.parse(t,i,Object.assign({},a,{inEmphasis:!0}));return a.inEmphasis?e.content:e}},el.default.defaultRules.em)});var al=ye(Si=>{"use strict";var zd=Si&&Si.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Si,"__esModule",{value:!0});Si.br=void 0;var il=zd(Ce()),wd=gt();Si.br=(0,wd.extend)({match:il.default.anyScopeRegex(/^\n/)},il.default.defaultRules.br)});var sl=ye(Ze=>{"use strict";var kd=Ze&&Ze.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Ze,"__esModule",{value:!0});Ze.rulesExtended=Ze.rules=Ze.SimpleMarkdown=void 0;Ze.parse=rl;var Mt=kd(Ce());Ze.SimpleMarkdown=Mt.default;var Md=Do(),Td=So(),Cd=Ho(),$d=Lo(),Ed=Io(),jd=Oo(),Dd=Vo(),Sd=Ro(),Hd=Bo(),Ad=Uo(),Ld=qo(),Id=Fo(),Od=Zo(),Vd=Wo(),Pd=Qo(),Rd=Yo(),Nd=Go(),Bd=Ko(),Ud=Xo(),qd=Jo(),Fd=tl(),Zd=al();Ze.rules={blockQuote:Dd.blockQuote,codeBlock:Hd.codeBlock,newline:Mt.default.defaultRules.newline,escape:Mt.default.defaultRules.escape,autolink:Id.autolink,url:qd.url,em:Fd.em,strong:Mt.default.defaultRules.strong,underline:Mt.default.defaultRules.u,strikethrough:Sd.strikethrough,inlineCode:Mt.default.defaultRules.inlineCode,text:Ud.text,emoticon:Vd.emoticon,br:Zd.br,spoiler:Rd.spoiler,heading:Nd.heading,subtext:Bd.subtext,user:Pd.user,channel:Ed.channel,role:Ld.role,emoji:Ad.emoji,everyone:Cd.everyone,here:Od.here,twemoji:$d.twemoji,timestamp:jd.timestamp,slashCommand:Td.slashCommand,guildNavigation:Md.guildNavigation};Ze.rulesExtended=Object.assign(Object.assign({},Ze.rules),{link:Mt.default.defaultRules.link});var Wd=Mt.default.parserFor(Ze.rules),Qd=Mt.default.parserFor(Ze.rulesExtended);function rl(t,i="normal"){return i==="normal"?Wd(t,{inline:!0}):Qd(t,{inline:!0})}Ze.default=rl});var Ma=globalThis,Ta=Ma.ShadowRoot&&(Ma.ShadyCSS===void 0||Ma.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,jr=Symbol(),Zs=new WeakMap,Wi=class{constructor(i,a,e){if(this._$cssResult$=!0,e!==jr)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=i,this.t=a}get styleSheet(){let i=this.o,a=this.t;if(Ta&&i===void 0){let e=a!==void 0&&a.length===1;e&&(i=Zs.get(a)),i===void 0&&((this.o=i=new CSSStyleSheet).replaceSync(this.cssText),e&&Zs.set(a,i))}return i}toString(){return this.cssText}},Ws=t=>new Wi(typeof t=="string"?t:t+"",void 0,jr),B=(t,...i)=>{let a=t.length===1?t[0]:i.reduce((e,r,u)=>e+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+t[u+1],t[0]);return new Wi(a,t,jr)},Qs=(t,i)=>{if(Ta)t.adoptedStyleSheets=i.map(a=>a instanceof CSSStyleSheet?a:a.styleSheet);else for(let a of i){let e=document.createElement("style"),r=Ma.litNonce;r!==void 0&&e.setAttribute("nonce",r),e.textContent=a.cssText,t.appendChild(e)}},Dr=Ta?t=>t:t=>t instanceof CSSStyleSheet?(i=>{let a="";for(let e of i.cssRules)a+=e.cssText;return Ws(a)})(t):t;var{is:Ml,defineProperty:Tl,getOwnPropertyDescriptor:Cl,getOwnPropertyNames:$l,getOwnPropertySymbols:El,getPrototypeOf:jl}=Object,Ca=globalThis,Ys=Ca.trustedTypes,Dl=Ys?Ys.emptyScript:"",Sl=Ca.reactiveElementPolyfillSupport,Qi=(t,i)=>t,Yi={toAttribute(t,i){switch(i){case Boolean:t=t?Dl:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,i){let a=t;switch(i){case Boolean:a=t!==null;break;case Number:a=t===null?null:Number(t);break;case Object:case Array:try{a=JSON.parse(t)}catch{a=null}}return a}},$a=(t,i)=>!Ml(t,i),Gs={attribute:!0,type:String,converter:Yi,reflect:!1,useDefault:!1,hasChanged:$a};Symbol.metadata??=Symbol("metadata"),Ca.litPropertyMetadata??=new WeakMap;var xt=class extends HTMLElement{static addInitializer(i){this._$Ei(),(this.l??=[]).push(i)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(i,a=Gs){if(a.state&&(a.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(i)&&((a=Object.create(a)).wrapped=!0),this.elementProperties.set(i,a),!a.noAccessor){let e=Symbol(),r=this.getPropertyDescriptor(i,e,a);r!==void 0&&Tl(this.prototype,i,r)}}static getPropertyDescriptor(i,a,e){let{get:r,set:u}=Cl(this.prototype,i)??{get(){return this[a]},set(o){this[a]=o}};return{get:r,set(o){let c=r?.call(this);u?.call(this,o),this.requestUpdate(i,c,e)},configurable:!0,enumerable:!0}}static getPropertyOptions(i){return this.elementProperties.get(i)??Gs}static _$Ei(){if(this.hasOwnProperty(Qi("elementProperties")))return;let i=jl(this);i.finalize(),i.l!==void 0&&(this.l=[...i.l]),this.elementProperties=new Map(i.elementProperties)}static finalize(){if(this.hasOwnProperty(Qi("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Qi("properties"))){let a=this.properties,e=[...$l(a),...El(a)];for(let r of e)this.createProperty(r,a[r])}let i=this[Symbol.metadata];if(i!==null){let a=litPropertyMetadata.get(i);if(a!==void 0)for(let[e,r]of a)this.elementProperties.set(e,r)}this._$Eh=new Map;for(let[a,e]of this.elementProperties){let r=this._$Eu(a,e);r!==void 0&&this._$Eh.set(r,a)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(i){let a=[];if(Array.isArray(i)){let e=new Set(i.flat(1/0).reverse());for(let r of e)a.unshift(Dr(r))}else i!==void 0&&a.push(Dr(i));return a}static _$Eu(i,a){let e=a.attribute;return e===!1?void 0:typeof e=="string"?e:typeof i=="string"?i.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(i=>this.enableUpdating=i),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(i=>i(this))}addController(i){(this._$EO??=new Set).add(i),this.renderRoot!==void 0&&this.isConnected&&i.hostConnected?.()}removeController(i){this._$EO?.delete(i)}_$E_(){let i=new Map,a=this.constructor.elementProperties;for(let e of a.keys())this.hasOwnProperty(e)&&(i.set(e,this[e]),delete this[e]);i.size>0&&(this._$Ep=i)}createRenderRoot(){let i=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Qs(i,this.constructor.elementStyles),i}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(i=>i.hostConnected?.())}enableUpdating(i){}disconnectedCallback(){this._$EO?.forEach(i=>i.hostDisconnected?.())}attributeChangedCallback(i,a,e){this._$AK(i,e)}_$ET(i,a){let e=this.constructor.elementProperties.get(i),r=this.constructor._$Eu(i,e);if(r!==void 0&&e.reflect===!0){let u=(e.converter?.toAttribute!==void 0?e.converter:Yi).toAttribute(a,e.type);this._$Em=i,u==null?this.removeAttribute(r):this.setAttribute(r,u),this._$Em=null}}_$AK(i,a){let e=this.constructor,r=e._$Eh.get(i);if(r!==void 0&&this._$Em!==r){let u=e.getPropertyOptions(r),o=typeof u.converter=="function"?{fromAttribute:u.converter}:u.converter?.fromAttribute!==void 0?u.converter:Yi;this._$Em=r;let c=o.fromAttribute(a,u.type);this[r]=c??this._$Ej?.get(r)??c,this._$Em=null}}requestUpdate(i,a,e,r=!1,u){if(i!==void 0){let o=this.constructor;if(r===!1&&(u=this[i]),e??=o.getPropertyOptions(i),!((e.hasChanged??$a)(u,a)||e.useDefault&&e.reflect&&u===this._$Ej?.get(i)&&!this.hasAttribute(o._$Eu(i,e))))return;this.C(i,a,e)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(i,a,{useDefault:e,reflect:r,wrapped:u},o){e&&!(this._$Ej??=new Map).has(i)&&(this._$Ej.set(i,o??a??this[i]),u!==!0||o!==void 0)||(this._$AL.has(i)||(this.hasUpdated||e||(a=void 0),this._$AL.set(i,a)),r===!0&&this._$Em!==i&&(this._$Eq??=new Set).add(i))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(a){Promise.reject(a)}let i=this.scheduleUpdate();return i!=null&&await i,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,u]of this._$Ep)this[r]=u;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[r,u]of e){let{wrapped:o}=u,c=this[r];o!==!0||this._$AL.has(r)||c===void 0||this.C(r,void 0,u,c)}}let i=!1,a=this._$AL;try{i=this.shouldUpdate(a),i?(this.willUpdate(a),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(a)):this._$EM()}catch(e){throw i=!1,this._$EM(),e}i&&this._$AE(a)}willUpdate(i){}_$AE(i){this._$EO?.forEach(a=>a.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(i)),this.updated(i)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(i){return!0}update(i){this._$Eq&&=this._$Eq.forEach(a=>this._$ET(a,this[a])),this._$EM()}updated(i){}firstUpdated(i){}};xt.elementStyles=[],xt.shadowRootOptions={mode:"open"},xt[Qi("elementProperties")]=new Map,xt[Qi("finalized")]=new Map,Sl?.({ReactiveElement:xt}),(Ca.reactiveElementVersions??=[]).push("2.1.2");var Hr=globalThis,Ks=t=>t,Ea=Hr.trustedTypes,Xs=Ea?Ea.createPolicy("lit-html",{createHTML:t=>t}):void 0,Ar="$lit$",zt=`lit$${Math.random().toFixed(9).slice(2)}$`,Lr="?"+zt,Hl=`<${Lr}>`,Xt=document,Ki=()=>Xt.createComment(""),Xi=t=>t===null||typeof t!="object"&&typeof t!="function",Ir=Array.isArray,ro=t=>Ir(t)||typeof t?.[Symbol.iterator]=="function",Sr=`[ 	
\f\r]`,Gi=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Js=/-->/g,eo=/>/g,Gt=RegExp(`>|${Sr}(?:([^\\s"'>=/]+)(${Sr}*=${Sr}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),to=/'/g,io=/"/g,so=/^(?:script|style|textarea|title)$/i,Or=t=>(i,...a)=>({_$litType$:t,strings:i,values:a}),g=Or(1),j=Or(2),Ou=Or(3),Te=Symbol.for("lit-noChange"),_e=Symbol.for("lit-nothing"),ao=new WeakMap,Kt=Xt.createTreeWalker(Xt,129);function oo(t,i){if(!Ir(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Xs!==void 0?Xs.createHTML(i):i}var lo=(t,i)=>{let a=t.length-1,e=[],r,u=i===2?"<svg>":i===3?"<math>":"",o=Gi;for(let c=0;c<a;c++){let v=t[c],h,l,s=-1,_=0;for(;_<v.length&&(o.lastIndex=_,l=o.exec(v),l!==null);)_=o.lastIndex,o===Gi?l[1]==="!--"?o=Js:l[1]!==void 0?o=eo:l[2]!==void 0?(so.test(l[2])&&(r=RegExp("</"+l[2],"g")),o=Gt):l[3]!==void 0&&(o=Gt):o===Gt?l[0]===">"?(o=r??Gi,s=-1):l[1]===void 0?s=-2:(s=o.lastIndex-l[2].length,h=l[1],o=l[3]===void 0?Gt:l[3]==='"'?io:to):o===io||o===to?o=Gt:o===Js||o===eo?o=Gi:(o=Gt,r=void 0);let p=o===Gt&&t[c+1].startsWith("/>")?" ":"";u+=o===Gi?v+Hl:s>=0?(e.push(h),v.slice(0,s)+Ar+v.slice(s)+zt+p):v+zt+(s===-2?c:p)}return[oo(t,u+(t[a]||"<?>")+(i===2?"</svg>":i===3?"</math>":"")),e]},Ji=class t{constructor({strings:i,_$litType$:a},e){let r;this.parts=[];let u=0,o=0,c=i.length-1,v=this.parts,[h,l]=lo(i,a);if(this.el=t.createElement(h,e),Kt.currentNode=this.el.content,a===2||a===3){let s=this.el.content.firstChild;s.replaceWith(...s.childNodes)}for(;(r=Kt.nextNode())!==null&&v.length<c;){if(r.nodeType===1){if(r.hasAttributes())for(let s of r.getAttributeNames())if(s.endsWith(Ar)){let _=l[o++],p=r.getAttribute(s).split(zt),f=/([.?@])?(.*)/.exec(_);v.push({type:1,index:u,name:f[2],strings:p,ctor:f[1]==="."?Da:f[1]==="?"?Sa:f[1]==="@"?Ha:ei}),r.removeAttribute(s)}else s.startsWith(zt)&&(v.push({type:6,index:u}),r.removeAttribute(s));if(so.test(r.tagName)){let s=r.textContent.split(zt),_=s.length-1;if(_>0){r.textContent=Ea?Ea.emptyScript:"";for(let p=0;p<_;p++)r.append(s[p],Ki()),Kt.nextNode(),v.push({type:2,index:++u});r.append(s[_],Ki())}}}else if(r.nodeType===8)if(r.data===Lr)v.push({type:2,index:u});else{let s=-1;for(;(s=r.data.indexOf(zt,s+1))!==-1;)v.push({type:7,index:u}),s+=zt.length-1}u++}}static createElement(i,a){let e=Xt.createElement("template");return e.innerHTML=i,e}};function Jt(t,i,a=t,e){if(i===Te)return i;let r=e!==void 0?a._$Co?.[e]:a._$Cl,u=Xi(i)?void 0:i._$litDirective$;return r?.constructor!==u&&(r?._$AO?.(!1),u===void 0?r=void 0:(r=new u(t),r._$AT(t,a,e)),e!==void 0?(a._$Co??=[])[e]=r:a._$Cl=r),r!==void 0&&(i=Jt(t,r._$AS(t,i.values),r,e)),i}var ja=class{constructor(i,a){this._$AV=[],this._$AN=void 0,this._$AD=i,this._$AM=a}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(i){let{el:{content:a},parts:e}=this._$AD,r=(i?.creationScope??Xt).importNode(a,!0);Kt.currentNode=r;let u=Kt.nextNode(),o=0,c=0,v=e[0];for(;v!==void 0;){if(o===v.index){let h;v.type===2?h=new di(u,u.nextSibling,this,i):v.type===1?h=new v.ctor(u,v.name,v.strings,this,i):v.type===6&&(h=new Aa(u,this,i)),this._$AV.push(h),v=e[++c]}o!==v?.index&&(u=Kt.nextNode(),o++)}return Kt.currentNode=Xt,r}p(i){let a=0;for(let e of this._$AV)e!==void 0&&(e.strings!==void 0?(e._$AI(i,e,a),a+=e.strings.length-2):e._$AI(i[a])),a++}},di=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(i,a,e,r){this.type=2,this._$AH=_e,this._$AN=void 0,this._$AA=i,this._$AB=a,this._$AM=e,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let i=this._$AA.parentNode,a=this._$AM;return a!==void 0&&i?.nodeType===11&&(i=a.parentNode),i}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(i,a=this){i=Jt(this,i,a),Xi(i)?i===_e||i==null||i===""?(this._$AH!==_e&&this._$AR(),this._$AH=_e):i!==this._$AH&&i!==Te&&this._(i):i._$litType$!==void 0?this.$(i):i.nodeType!==void 0?this.T(i):ro(i)?this.k(i):this._(i)}O(i){return this._$AA.parentNode.insertBefore(i,this._$AB)}T(i){this._$AH!==i&&(this._$AR(),this._$AH=this.O(i))}_(i){this._$AH!==_e&&Xi(this._$AH)?this._$AA.nextSibling.data=i:this.T(Xt.createTextNode(i)),this._$AH=i}$(i){let{values:a,_$litType$:e}=i,r=typeof e=="number"?this._$AC(i):(e.el===void 0&&(e.el=Ji.createElement(oo(e.h,e.h[0]),this.options)),e);if(this._$AH?._$AD===r)this._$AH.p(a);else{let u=new ja(r,this),o=u.u(this.options);u.p(a),this.T(o),this._$AH=u}}_$AC(i){let a=ao.get(i.strings);return a===void 0&&ao.set(i.strings,a=new Ji(i)),a}k(i){Ir(this._$AH)||(this._$AH=[],this._$AR());let a=this._$AH,e,r=0;for(let u of i)r===a.length?a.push(e=new t(this.O(Ki()),this.O(Ki()),this,this.options)):e=a[r],e._$AI(u),r++;r<a.length&&(this._$AR(e&&e._$AB.nextSibling,r),a.length=r)}_$AR(i=this._$AA.nextSibling,a){for(this._$AP?.(!1,!0,a);i!==this._$AB;){let e=Ks(i).nextSibling;Ks(i).remove(),i=e}}setConnected(i){this._$AM===void 0&&(this._$Cv=i,this._$AP?.(i))}},ei=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(i,a,e,r,u){this.type=1,this._$AH=_e,this._$AN=void 0,this.element=i,this.name=a,this._$AM=r,this.options=u,e.length>2||e[0]!==""||e[1]!==""?(this._$AH=Array(e.length-1).fill(new String),this.strings=e):this._$AH=_e}_$AI(i,a=this,e,r){let u=this.strings,o=!1;if(u===void 0)i=Jt(this,i,a,0),o=!Xi(i)||i!==this._$AH&&i!==Te,o&&(this._$AH=i);else{let c=i,v,h;for(i=u[0],v=0;v<u.length-1;v++)h=Jt(this,c[e+v],a,v),h===Te&&(h=this._$AH[v]),o||=!Xi(h)||h!==this._$AH[v],h===_e?i=_e:i!==_e&&(i+=(h??"")+u[v+1]),this._$AH[v]=h}o&&!r&&this.j(i)}j(i){i===_e?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,i??"")}},Da=class extends ei{constructor(){super(...arguments),this.type=3}j(i){this.element[this.name]=i===_e?void 0:i}},Sa=class extends ei{constructor(){super(...arguments),this.type=4}j(i){this.element.toggleAttribute(this.name,!!i&&i!==_e)}},Ha=class extends ei{constructor(i,a,e,r,u){super(i,a,e,r,u),this.type=5}_$AI(i,a=this){if((i=Jt(this,i,a,0)??_e)===Te)return;let e=this._$AH,r=i===_e&&e!==_e||i.capture!==e.capture||i.once!==e.once||i.passive!==e.passive,u=i!==_e&&(e===_e||r);r&&this.element.removeEventListener(this.name,this,e),u&&this.element.addEventListener(this.name,this,i),this._$AH=i}handleEvent(i){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,i):this._$AH.handleEvent(i)}},Aa=class{constructor(i,a,e){this.element=i,this.type=6,this._$AN=void 0,this._$AM=a,this.options=e}get _$AU(){return this._$AM._$AU}_$AI(i){Jt(this,i)}},no={M:Ar,P:zt,A:Lr,C:1,L:lo,R:ja,D:ro,V:Jt,I:di,H:ei,N:Sa,U:Ha,B:Da,F:Aa},Al=Hr.litHtmlPolyfillSupport;Al?.(Ji,di),(Hr.litHtmlVersions??=[]).push("3.3.3");var ea=(t,i,a)=>{let e=a?.renderBefore??i,r=e._$litPart$;if(r===void 0){let u=a?.renderBefore??null;e._$litPart$=r=new di(i.insertBefore(Ki(),u),u,void 0,a??{})}return r._$AI(t),r};var Vr=globalThis,U=class extends xt{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let i=super.createRenderRoot();return this.renderOptions.renderBefore??=i.firstChild,i}update(i){let a=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(i),this._$Do=ea(a,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return Te}};U._$litElement$=!0,U.finalized=!0,Vr.litElementHydrateSupport?.({LitElement:U});var Ll=Vr.litElementPolyfillSupport;Ll?.({LitElement:U});(Vr.litElementVersions??=[]).push("4.2.2");var Xe={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ae=t=>(...i)=>({_$litDirective$:t,values:i}),Ve=class{constructor(i){}get _$AU(){return this._$AM._$AU}_$AT(i,a,e){this._$Ct=i,this._$AM=a,this._$Ci=e}_$AS(i,a){return this.update(i,a)}update(i,a){return this.render(...a)}};var{I:Il}=no,co=t=>t;var Pr=(t,i)=>i===void 0?t?._$litType$!==void 0:t?._$litType$===i,uo=t=>t?._$litType$?.h!=null;var La=t=>t.strings===void 0,ho=()=>document.createComment(""),wt=(t,i,a)=>{let e=t._$AA.parentNode,r=i===void 0?t._$AB:i._$AA;if(a===void 0){let u=e.insertBefore(ho(),r),o=e.insertBefore(ho(),r);a=new Il(u,o,t,t.options)}else{let u=a._$AB.nextSibling,o=a._$AM,c=o!==t;if(c){let v;a._$AQ?.(t),a._$AM=t,a._$AP!==void 0&&(v=t._$AU)!==o._$AU&&a._$AP(v)}if(u!==r||c){let v=a._$AA;for(;v!==u;){let h=co(v).nextSibling;co(e).insertBefore(v,r),v=h}}}return a},Ut=(t,i,a=t)=>(t._$AI(i,a),t),Ol={},kt=(t,i=Ol)=>t._$AH=i,ta=t=>t._$AH,Ia=t=>{t._$AR(),t._$AA.remove()},mo=t=>{t._$AR()};var fo=t=>uo(t)?t._$litType$.h:t.strings,Vl=Ae(class extends Ve{constructor(t){super(t),this.et=new WeakMap}render(t){return[t]}update(t,[i]){let a=Pr(this.it)?fo(this.it):null,e=Pr(i)?fo(i):null;if(a!==null&&(e===null||a!==e)){let r=ta(t).pop(),u=this.et.get(a);if(u===void 0){let o=document.createDocumentFragment();u=ea(_e,o),u.setConnected(!1),this.et.set(a,u)}kt(u,[r]),wt(u,void 0,r)}if(e!==null){if(a===null||a!==e){let r=this.et.get(e);if(r!==void 0){let u=ta(r).pop();mo(t),wt(t,void 0,u),kt(t,[u])}}this.it=i}else this.it=void 0;return this.render(i)}});var ue=Ae(class extends Ve{constructor(t){if(super(t),t.type!==Xe.ATTRIBUTE||t.name!=="class"||t.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(t){return" "+Object.keys(t).filter(i=>t[i]).join(" ")+" "}update(t,[i]){if(this.st===void 0){this.st=new Set,t.strings!==void 0&&(this.nt=new Set(t.strings.join(" ").split(/\s/).filter(e=>e!=="")));for(let e in i)i[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(i)}let a=t.element.classList;for(let e of this.st)e in i||(a.remove(e),this.st.delete(e));for(let e in i){let r=!!i[e];r===this.st.has(e)||this.nt?.has(e)||(r?(a.add(e),this.st.add(e)):(a.remove(e),this.st.delete(e)))}return Te}});var Pl={},Rl=Ae(class extends Ve{constructor(){super(...arguments),this.ot=Pl}render(t,i){return i()}update(t,[i,a]){if(Array.isArray(i)){if(Array.isArray(this.ot)&&this.ot.length===i.length&&i.every((e,r)=>e===this.ot[r]))return Te}else if(this.ot===i)return Te;return this.ot=Array.isArray(i)?Array.from(i):i,this.render(i,a)}});var Y=t=>t??_e;var Nl=Ae(class extends Ve{constructor(){super(...arguments),this.key=_e}render(t,i){return this.key=t,i}update(t,[i,a]){return i!==this.key&&(kt(t),this.key=i),a}});var Bl=Ae(class extends Ve{constructor(t){if(super(t),t.type!==Xe.PROPERTY&&t.type!==Xe.ATTRIBUTE&&t.type!==Xe.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!La(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[i]){if(i===Te||i===_e)return i;let a=t.element,e=t.name;if(t.type===Xe.PROPERTY){if(i===a[e])return Te}else if(t.type===Xe.BOOLEAN_ATTRIBUTE){if(!!i===a.hasAttribute(e))return Te}else if(t.type===Xe.ATTRIBUTE&&a.getAttribute(e)===i+"")return Te;return kt(t),i}});var ia=(t,i)=>{let a=t._$AN;if(a===void 0)return!1;for(let e of a)e._$AO?.(i,!1),ia(e,i);return!0},Oa=t=>{let i,a;do{if((i=t._$AM)===void 0)break;a=i._$AN,a.delete(t),t=i}while(a?.size===0)},po=t=>{for(let i;i=t._$AM;t=i){let a=i._$AN;if(a===void 0)i._$AN=a=new Set;else if(a.has(t))break;a.add(t),Fl(i)}};function Ul(t){this._$AN!==void 0?(Oa(this),this._$AM=t,po(this)):this._$AM=t}function ql(t,i=!1,a=0){let e=this._$AH,r=this._$AN;if(r!==void 0&&r.size!==0)if(i)if(Array.isArray(e))for(let u=a;u<e.length;u++)ia(e[u],!1),Oa(e[u]);else e!=null&&(ia(e,!1),Oa(e));else ia(this,t)}var Fl=t=>{t.type==Xe.CHILD&&(t._$AP??=ql,t._$AQ??=Ul)},ci=class extends Ve{constructor(){super(...arguments),this._$AN=void 0}_$AT(i,a,e){super._$AT(i,a,e),po(this),this.isConnected=i._$AU}_$AO(i,a=!0){i!==this.isConnected&&(this.isConnected=i,i?this.reconnected?.():this.disconnected?.()),a&&(ia(this,i),Oa(this))}setValue(i){if(La(this._$Ct))this._$Ct._$AI(i,this);else{let a=[...this._$Ct._$AH];a[this._$Ci]=i,this._$Ct._$AI(a,this,0)}}disconnected(){}reconnected(){}};var vt=()=>new Nr,Nr=class{},Rr=new WeakMap,Qe=Ae(class extends ci{render(t){return _e}update(t,[i]){let a=i!==this.G;return a&&this.rt(void 0),(a||this.lt!==this.ct)&&(this.G=i,this.ht=t.options?.host,this.rt(this.ct=t.element)),_e}rt(t){if(this.G!==void 0)if(this.isConnected||(t=void 0),typeof this.G=="function"){let i=this.ht??globalThis,a=Rr.get(i);a===void 0&&(a=new WeakMap,Rr.set(i,a)),a.get(this.G)!==void 0&&this.G.call(this.ht,void 0),a.set(this.G,t),t!==void 0&&this.G.call(this.ht,t)}else this.G.value=t}get lt(){return typeof this.G=="function"?Rr.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var vo=(t,i,a)=>{let e=new Map;for(let r=i;r<=a;r++)e.set(t[r],r);return e},Zl=Ae(class extends Ve{constructor(t){if(super(t),t.type!==Xe.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,i,a){let e;a===void 0?a=i:i!==void 0&&(e=i);let r=[],u=[],o=0;for(let c of t)r[o]=e?e(c,o):o,u[o]=a(c,o),o++;return{values:u,keys:r}}render(t,i,a){return this.dt(t,i,a).values}update(t,[i,a,e]){let r=ta(t),{values:u,keys:o}=this.dt(i,a,e);if(!Array.isArray(r))return this.ut=o,u;let c=this.ut??=[],v=[],h,l,s=0,_=r.length-1,p=0,f=u.length-1;for(;s<=_&&p<=f;)if(r[s]===null)s++;else if(r[_]===null)_--;else if(c[s]===o[p])v[p]=Ut(r[s],u[p]),s++,p++;else if(c[_]===o[f])v[f]=Ut(r[_],u[f]),_--,f--;else if(c[s]===o[f])v[f]=Ut(r[s],u[f]),wt(t,v[f+1],r[s]),s++,f--;else if(c[_]===o[p])v[p]=Ut(r[_],u[p]),wt(t,r[s],r[_]),_--,p++;else if(h===void 0&&(h=vo(o,p,f),l=vo(c,s,_)),h.has(c[s]))if(h.has(c[_])){let d=l.get(o[p]),n=d!==void 0?r[d]:null;if(n===null){let m=wt(t,r[s]);Ut(m,u[p]),v[p]=m}else v[p]=Ut(n,u[p]),wt(t,r[s],n),r[d]=null;p++}else Ia(r[_]),_--;else Ia(r[s]),s++;for(;p<=f;){let d=wt(t,v[f+1]);Ut(d,u[p]),v[p++]=d}for(;s<=_;){let d=r[s++];d!==null&&Ia(d)}return this.ut=o,kt(t,v),Te}});var Br=class extends Ve{#e=new Set;render(){return Te}update(i,[a]){let{style:e}=i.element;for(let r of this.#e)a[r]==null&&(this.#e.delete(r),go(e,r,null));for(let[r,u]of Object.entries(a))u!=null&&(this.#e.add(r),go(e,r,u));return Te}};function go(t,i,a){i.includes("-")?a==null?t.removeProperty(i):t.setProperty(i,a):t[i]=a??""}var qe=Ae(Br);var Du=kl(sl(),1);var W=t=>(i,a)=>{a!==void 0?a.addInitializer(()=>{customElements.define(t,i)}):customElements.define(t,i)};var Yd={attribute:!0,type:String,converter:Yi,reflect:!1,hasChanged:$a},Gd=(t=Yd,i,a)=>{let{kind:e,metadata:r}=a,u=globalThis.litPropertyMetadata.get(r);if(u===void 0&&globalThis.litPropertyMetadata.set(r,u=new Map),e==="setter"&&((t=Object.create(t)).wrapped=!0),u.set(a.name,t),e==="accessor"){let{name:o}=a;return{set(c){let v=i.get.call(this);i.set.call(this,c),this.requestUpdate(o,v,t,!0,c)},init(c){return c!==void 0&&this.C(o,void 0,t,c),c}}}if(e==="setter"){let{name:o}=a;return function(c){let v=this[o];i.call(this,c),this.requestUpdate(o,v,t,!0,c)}}throw Error("Unsupported decorator location: "+e)};function b(t){return(i,a)=>typeof a=="object"?Gd(t,i,a):((e,r,u)=>{let o=r.hasOwnProperty(u);return r.constructor.createProperty(u,e),o?Object.getOwnPropertyDescriptor(r,u):void 0})(t,i,a)}function Re(t){return b({...t,state:!0,attribute:!1})}function Qa(t){return(i,a)=>{let e=typeof i=="function"?i:i[a];Object.assign(e,t)}}var Kd=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Xd=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Jd=(()=>{let t=[W("discord-action-row")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Kd(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host {
			display: flex;
			flex-wrap: wrap;
		}
	`;render(){return g`<slot></slot>`}static{Xd(e,a)}};return u=e})();var ec=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},tc=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},ic=(()=>{let t=[W("discord-attachments")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;ec(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			text-indent: 0;
			min-height: 0;
			min-width: 0;
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
			position: relative;
		}

		:host > * {
			justify-self: start;
			-ms-flex-item-align: start;
			align-self: start;
		}
	`;render(){return g`<slot></slot>`}static{tc(e,a)}};return u=e})();var qt=class extends Event{constructor(i,a,e,r){super("context-request",{bubbles:!0,composed:!0}),this.context=i,this.contextTarget=a,this.callback=e,this.subscribe=r??!1}};var Hi=class{constructor(i,a,e,r){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(u,o)=>{this.unsubscribe&&(this.unsubscribe!==o&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=u,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(u,o)),this.unsubscribe=o},this.host=i,a.context!==void 0){let u=a;this.context=u.context,this.callback=u.callback,this.subscribe=u.subscribe??!1}else this.context=a,this.callback=e,this.subscribe=r??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new qt(this.context,this.host,this.t,this.subscribe))}};var Ga=class{get value(){return this.o}set value(i){this.setValue(i)}setValue(i,a=!1){let e=a||!Object.is(i,this.o);this.o=i,e&&this.updateObservers()}constructor(i){this.subscriptions=new Map,this.updateObservers=()=>{for(let[a,{disposer:e}]of this.subscriptions)a(this.o,e)},i!==void 0&&(this.value=i)}addCallback(i,a,e){if(!e)return void i(this.value);this.subscriptions.has(i)||this.subscriptions.set(i,{disposer:()=>{this.subscriptions.delete(i)},consumerHost:a});let{disposer:r}=this.subscriptions.get(i);i(this.value,r)}clearCallbacks(){this.subscriptions.clear()}};var Qr=class extends Event{constructor(i,a){super("context-provider",{bubbles:!0,composed:!0}),this.context=i,this.contextTarget=a}},Ai=class extends Ga{constructor(i,a,e){super(a.context!==void 0?a.initialValue:e),this.onContextRequest=r=>{if(r.context!==this.context)return;let u=r.contextTarget??r.composedPath()[0];u!==this.host&&(r.stopPropagation(),this.addCallback(r.callback,u,r.subscribe))},this.onProviderRequest=r=>{if(r.context!==this.context||(r.contextTarget??r.composedPath()[0])===this.host)return;let u=new Set;for(let[o,{consumerHost:c}]of this.subscriptions)u.has(o)||(u.add(o),c.dispatchEvent(new qt(this.context,c,o,!0)));r.stopPropagation()},this.host=i,a.context!==void 0?this.context=a.context:this.context=a,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new Qr(this.context,this.host))}};function _t({context:t}){return(i,a)=>{let e=new WeakMap;if(typeof a=="object")return{get(){return i.get.call(this)},set(r){return e.get(this).setValue(r),i.set.call(this,r)},init(r){return e.set(this,new Ai(this,{context:t,initialValue:r})),r}};{i.constructor.addInitializer((o=>{e.set(o,new Ai(o,{context:t}))}));let r=Object.getOwnPropertyDescriptor(i,a),u;if(r===void 0){let o=new WeakMap;u={get(){return o.get(this)},set(c){e.get(this).setValue(c),o.set(this,c)},configurable:!0,enumerable:!0}}else{let o=r.set;u={...r,set(c){e.get(this).setValue(c),o?.call(this,c)}}}return void Object.defineProperty(i,a,u)}}}function ie({context:t,subscribe:i}){return(a,e)=>{typeof e=="object"?e.addInitializer((function(){new Hi(this,{context:t,callback:r=>{a.set.call(this,r)},subscribe:i})})):a.constructor.addInitializer((r=>{new Hi(r,{context:t,callback:u=>{r[e]=u},subscribe:i})}))}}function O(t,i,a){return t?i(t):a?.(t)}var Ka=B`
	.discord-media-attachment-non-visual-media-item-container {
		justify-self: start;
		align-self: start;
		margin-top: 8px;
		max-width: 100%;
		display: flex;
		flex-direction: column;
		position: relative;
	}

	.discord-media-attachment-mosaic-item-media {
		border-radius: 2px;
		display: flex;
		flex-flow: row nowrap;
		height: 100%;
		max-height: inherit;
		max-width: 100%;
		position: relative;
	}

	.discord-media-attachment-controls {
		width: 100%;
		display: flex;
		align-items: center;
		margin-top: 4px;
		background-color: hsl(0 calc(1 * 0%) 0% / 0.6);
		border-radius: 3px;
	}

	.discord-media-attachment-video-button {
		margin-right: 8px;
	}

	.discord-media-attachment-control-icon {
		display: block;
		width: 24px;
		height: 24px;
		padding: 4px;
		cursor: pointer;
		flex: 0 0 auto;
		opacity: 0.6;
	}

	.discord-media-attachment-duration-time-wrapper {
		flex: 0 0 auto;
		margin: 4px;
		height: 12px;
	}

	.discord-media-attachment-duration-time-display {
		font-weight: 500;
		display: inline-block;
		font-family:
			'gg mono', 'Source Code Pro', Consolas, 'Andale Mono WT', 'Andale Mono', 'Lucida Console', 'Lucida Sans Typewriter', 'DejaVu Sans Mono',
			'Bitstream Vera Sans Mono', 'Liberation Mono', 'Nimbus Mono L', Monaco, 'Courier New', Courier, monospace;
		font-size: 12px;
		line-height: 12px;
		vertical-align: text-top;
	}

	.discord-media-attachment-duration-time-separator {
		margin: 0 2px;
	}

	.discord-media-attachment-non-visual-media-item-container:hover .discord-button-download-attachment {
		display: block !important;
	}

	.discord-button-download-attachment {
		display: none;
		position: absolute;
		top: -8px;
		right: -8px;
		border-radius: 5px;
		outline: color-mix(in oklab, hsl(220 calc(1 * 6.5%) 18% / 1) 100%, black 0%);
		background-color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%);
	}

	.discord-link-download-attachment {
		color: color-mix(in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%);
		display: flex;
	}

	.discord-icon-download {
		padding: 6px;
	}
`;var Ft=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Fe=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Xa=(()=>{let t=U,i,a=[],e=[],r,u=[],o=[],c,v=[],h=[],l,s=[],_=[],p,f=[],d=[],n,m=[],T=[],D,F=[],x=[],y,A=[],L=[];return class extends t{static{let $=typeof Symbol=="function"&&Symbol.metadata?Object.create(t[Symbol.metadata]??null):void 0;i=[Re()],r=[Re()],c=[Re()],l=[Re()],p=[Re()],n=[Re()],D=[Re()],y=[Re()],Ft(this,null,i,{kind:"accessor",name:"currentPlaybackPosition",static:!1,private:!1,access:{has:R=>"currentPlaybackPosition"in R,get:R=>R.currentPlaybackPosition,set:(R,ae)=>{R.currentPlaybackPosition=ae}},metadata:$},a,e),Ft(this,null,r,{kind:"accessor",name:"totalMediaDuration",static:!1,private:!1,access:{has:R=>"totalMediaDuration"in R,get:R=>R.totalMediaDuration,set:(R,ae)=>{R.totalMediaDuration=ae}},metadata:$},u,o),Ft(this,null,c,{kind:"accessor",name:"isPlaying",static:!1,private:!1,access:{has:R=>"isPlaying"in R,get:R=>R.isPlaying,set:(R,ae)=>{R.isPlaying=ae}},metadata:$},v,h),Ft(this,null,l,{kind:"accessor",name:"raf",static:!1,private:!1,access:{has:R=>"raf"in R,get:R=>R.raf,set:(R,ae)=>{R.raf=ae}},metadata:$},s,_),Ft(this,null,p,{kind:"accessor",name:"isMuted",static:!1,private:!1,access:{has:R=>"isMuted"in R,get:R=>R.isMuted,set:(R,ae)=>{R.isMuted=ae}},metadata:$},f,d),Ft(this,null,n,{kind:"accessor",name:"currentVolume",static:!1,private:!1,access:{has:R=>"currentVolume"in R,get:R=>R.currentVolume,set:(R,ae)=>{R.currentVolume=ae}},metadata:$},m,T),Ft(this,null,D,{kind:"accessor",name:"hasEnded",static:!1,private:!1,access:{has:R=>"hasEnded"in R,get:R=>R.hasEnded,set:(R,ae)=>{R.hasEnded=ae}},metadata:$},F,x),Ft(this,null,y,{kind:"accessor",name:"hasRunUpdate",static:!1,private:!1,access:{has:R=>"hasRunUpdate"in R,get:R=>R.hasRunUpdate,set:(R,ae)=>{R.hasRunUpdate=ae}},metadata:$},A,L),$&&Object.defineProperty(this,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:$})}mediaComponentRef=vt();seekSliderRef=vt();volumeControlRef=vt();volumeControlInputRef=vt();#e=Fe(this,a,"0:00");get currentPlaybackPosition(){return this.#e}set currentPlaybackPosition($){this.#e=$}#t=(Fe(this,e),Fe(this,u,""));get totalMediaDuration(){return this.#t}set totalMediaDuration($){this.#t=$}#i=(Fe(this,o),Fe(this,v,!1));get isPlaying(){return this.#i}set isPlaying($){this.#i=$}#a=(Fe(this,h),Fe(this,s,null));get raf(){return this.#a}set raf($){this.#a=$}#r=(Fe(this,_),Fe(this,f,!1));get isMuted(){return this.#r}set isMuted($){this.#r=$}#s=(Fe(this,d),Fe(this,m,1));get currentVolume(){return this.#s}set currentVolume($){this.#s=$}#o=(Fe(this,T),Fe(this,F,!1));get hasEnded(){return this.#o}set hasEnded($){this.#o=$}#l=(Fe(this,x),Fe(this,A,!1));get hasRunUpdate(){return this.#l}set hasRunUpdate($){this.#l=$}calculateTime($){let R=Math.floor($/60),ae=Math.floor($%60),fe=ae<10?`0${ae}`:`${ae}`;return`${R}:${fe}`}displayMediaDuration(){this.mediaComponentRef.value&&(this.totalMediaDuration=this.calculateTime(this.mediaComponentRef.value.duration))}setSliderMax(){this.mediaComponentRef.value&&this.seekSliderRef.value&&(this.seekSliderRef.value.max=Math.floor(this.mediaComponentRef.value.duration).toString())}displayBufferedAmount(){if(this.mediaComponentRef.value&&this.seekSliderRef.value){let $=this.mediaComponentRef.value.buffered.length-1;if($>=0){let R=Math.floor(this.mediaComponentRef.value.buffered.end($));this.style.setProperty("--buffered-width",`${R/Number(this.seekSliderRef.value.max)*100}%`)}}}whilePlaying=(Fe(this,L),()=>{if(this.mediaComponentRef.value&&this.seekSliderRef.value){this.seekSliderRef.value.value=Math.floor(this.mediaComponentRef.value.currentTime).toString();let $=Number(this.seekSliderRef.value.value);this.currentPlaybackPosition=this.calculateTime($),this.style.setProperty("--seek-before-width",`${$/Number(this.seekSliderRef.value.max)*100}%`),this.raf=requestAnimationFrame(this.whilePlaying)}});handleEnded(){this.mediaComponentRef.value&&(this.mediaComponentRef.value.pause(),this.raf!==null&&cancelAnimationFrame(this.raf),this.isPlaying=!1,this.hasEnded=!0)}handleClickPlayPauseIcon=()=>{this.mediaComponentRef.value&&(this.hasEnded&&(this.hasEnded=!1),this.isPlaying?(this.mediaComponentRef.value.pause(),this.raf!==null&&cancelAnimationFrame(this.raf),this.isPlaying=!1):(this.mediaComponentRef.value.play(),requestAnimationFrame(this.whilePlaying),this.isPlaying=!0))};handleSpaceToPlayPause=$=>{$.code==="Space"&&($.preventDefault(),$.stopPropagation(),this.handleClickPlayPauseIcon())};handleClickMuteIcon(){this.mediaComponentRef.value&&(this.isMuted?(this.mediaComponentRef.value.muted=!1,this.isMuted=!1):(this.mediaComponentRef.value.muted=!0,this.isMuted=!0))}handleSeekSliderInput($){let R=$.target;this.style.setProperty("--seek-before-width",`${Number(R.value)/Number(R.max)*100}%`),this.seekSliderRef.value&&(this.currentPlaybackPosition=this.calculateTime(Number(this.seekSliderRef.value.value))),this.mediaComponentRef.value&&!this.mediaComponentRef.value.paused&&this.raf!==null&&cancelAnimationFrame(this.raf)}handleSeekSliderChange=()=>{this.mediaComponentRef.value&&this.seekSliderRef.value&&(this.mediaComponentRef.value.currentTime=Number(this.seekSliderRef.value.value),this.mediaComponentRef.value.paused||requestAnimationFrame(this.whilePlaying))};handleVolumeSliderInput($){let R=$.target,{value:ae}=R;if(this.mediaComponentRef.value){let fe=Number(ae)/100;this.currentVolume=fe,this.mediaComponentRef.value.volume=fe}}handleVolumeVerticalEnter(){this.volumeControlRef.value&&this.style.setProperty("--volume-slider-opacity","1")}handleVolumeVerticalLeave(){this.volumeControlRef.value&&this.style.setProperty("--volume-slider-opacity","0")}handleVolumeVerticalFocus(){this.handleVolumeVerticalEnter(),this.addEventListener("keydown",this.handleVolumeControlKeyboard)}handleVolumeVerticalBlur(){this.handleVolumeVerticalLeave(),this.removeEventListener("keydown",this.handleVolumeControlKeyboard)}handleVolumeControlKeyboard($){let R=0;$.code==="ArrowDown"?R=-.1:$.code==="ArrowUp"&&(R=.1),R!==0&&this.adjustVolume(R,$)}adjustVolume($,R){R.preventDefault(),R.stopPropagation();let ae=this.currentVolume+$;ae<.1?ae=0:ae>1&&(ae=1),this.mediaComponentRef.value&&this.volumeControlInputRef.value&&(this.currentVolume=ae,this.mediaComponentRef.value.volume=ae,this.volumeControlInputRef.value.value=(ae*100).toString())}mediaMetadataLoaded=()=>{this.mediaComponentRef.value&&(this.displayMediaDuration(),this.setSliderMax(),this.displayBufferedAmount())};shouldUpdate($){return $.has("hasRunUpdate")&&$.size===1?!1:super.shouldUpdate($)}firstUpdated($){this.hasRunUpdate||(this.mediaComponentRef.value&&(this.mediaComponentRef.value.readyState>0?(this.displayMediaDuration(),this.setSliderMax(),this.displayBufferedAmount()):this.mediaComponentRef.value.addEventListener("loadedmetadata",this.mediaMetadataLoaded)),this.hasRunUpdate=!0,super.firstUpdated($))}disconnectedCallback(){super.disconnectedCallback(),this.mediaComponentRef.value?.removeEventListener("loadedmetadata",this.mediaMetadataLoaded)}}})();var Ja=B`
	.discord-media-attachment-horizontal {
		width: 100%;
		display: flex;
		align-self: stretch;
	}

	.discord-media-attachment-media-bar-interaction {
		position: relative;
		flex: 1 1 auto;
		align-self: stretch;
		display: flex;
		align-items: center;
		cursor: pointer;
		margin: 0 7px;
	}

	.discord-media-attachment-playback-control {
		position: relative;
		flex: 1 1 auto;
		height: 6px;
		background-color: hsl(210 calc(1 * 9.3%) 78.8% / 0.3);
	}

	.discord-media-attachment-playback-control:hover {
		box-shadow: 0 1px 1px hsl(0 calc(1 * 0%) 0% / 0.3);
	}

	.discord-media-attachment-playback-control::before {
		background-color: hsl(210 calc(1 * 9.3%) 78.8% / 0.3);
		left: -3px;
		border-radius: 3px 0 0 3px;
		content: '';
		position: absolute;
		top: 0;
		height: 100%;
		width: 3px;
		z-index: 1;
	}

	input[type='range'].discord-media-attachment-playback-control::-webkit-slider-runnable-track {
		width: 2.47264%;
		height: 100%;
		cursor: pointer;
		opacity: 1;
		background: linear-gradient(to right, hsl(199 100% calc(1 * 69%) / 1) var(--buffered-width));
	}

	input[type='range'].discord-media-attachment-playback-control::before {
		position: absolute;
		content: '';
		top: 0;
		width: var(--seek-before-width);
		height: 100%;
		z-index: 3;
		background-color: hsl(199 100% calc(1 * 69%) / 1);
		cursor: pointer;
	}

	input[type='range'].discord-media-attachment-playback-control::-webkit-slider-thumb {
		position: relative;
		cursor: pointer;
		border-radius: 3px;
		width: auto;
		height: 18px;
		line-height: 18px;
		text-align: center;
		font-weight: 600;
		font-size: 12px;
		color: hsl(0 calc(1 * 0%) 97.6% / 1);
		opacity: 1;
		transition: opacity.2s ease-out;
		pointer-events: none;
		-webkit-appearance: none;
		box-sizing: content-box;
		background-color: hsl(0 calc(1 * 0%) 0% / 1);
		margin: -5px 0 0 0;
		z-index: 4;
	}

	input[type='range'].discord-media-attachment-playback-control:active::-webkit-slider-thumb {
		transform: scale(1.2);
		filter: brightness(85%);
	}

	input[type='range'].discord-media-attachment-playback-control::-moz-range-track {
		width: 2.47264%;
		height: 100%;
		cursor: pointer;
		opacity: 1;
		background: linear-gradient(to right, hsl(199 100% calc(1 * 69%) / 1) var(--buffered-width));
	}

	input[type='range'].discord-media-attachment-playback-control::-moz-range-progress {
		background-color: hsl(199 100% calc(1 * 69%) / 1);
	}

	input[type='range'].discord-media-attachment-playback-control::-moz-focus-outer {
		border: 0;
	}

	input[type='range'].discord-media-attachment-playback-control::-moz-range-thumb {
		border-radius: 50%;
		position: relative;
		cursor: pointer;
		line-height: 18px;
		text-align: center;
		font-weight: 600;
		font-size: 12px;
		opacity: 1;
		transition: opacity.2s ease-out;
		pointer-events: none;
		-webkit-appearance: none;
		box-sizing: content-box;
		background: #007db5;
		margin: -5px 0 0 0;
	}

	input[type='range'].discord-media-attachment-playback-control:active::-moz-range-thumb {
		transform: scale(1.2);
		filter: brightness(85%);
	}
`;var er=B`
	.discord-media-attachment-flex {
		display: flex;
	}

	.discord-media-attachment-flex-container {
		justify-content: flex-end;
		align-items: center;
		flex-direction: column;
		display: flex;
		position: relative;
	}

	.discord-media-attachment-button-slider {
		margin-bottom: 4px;
		margin-left: -4px;
		position: absolute;
		bottom: calc(100% + 16px);
		left: -78px;
		right: 0;
		height: 50px;
		opacity: var(--volume-slider-opacity);
		-webkit-app-region: no-drag;
	}

	.discord-media-attachment-volume-vertical {
		display: flex;
		align-items: center;
		transform-origin: top;
		transform: rotate(270deg);
		height: 54px;
		width: 140px;
	}

	.discord-media-attachment-button {
		cursor: pointer;
		line-height: 0;
		width: auto;
		background: transparent;
		color: currentColor;
		border: 0;
		padding: 0;
		margin: 0;
		position: relative;
		display: flex;
		justify-content: center;
		align-items: center;
		box-sizing: border-box;
		border-radius: 3px;
		font-size: 14px;
		font-weight: 500;
		-webkit-user-select: none;
		-moz-user-select: none;
		user-select: none;
	}

	.discord-media-attachment-button-content {
		--custom-button-link-underline-offset: 1px;
		--button--underline-color: transparent;
		--custom-button-link-underline-width: 1px;
		--custom-button-link-underline-stop: calc(var(--custom-button-link-underline-width) + var(--custom-button-link-underline-offset));

		background-image: linear-gradient(
			to top,
			transparent,
			transparent var(--custom-button-link-underline-offset),
			var(--button--underline-color) var(--custom-button-link-underline-offset),
			var(--button--underline-color) var(--custom-button-link-underline-stop),
			transparent var(--custom-button-link-underline-stop)
		);
	}

	.discord-media-attachment-button-control-icon {
		display: block;
		width: 24px;
		height: 24px;
		padding: 4px;
		cursor: pointer;
		flex: 0 0 auto;
		opacity: 0.6;
	}

	.discord-media-attachment-volume-slider {
		position: relative;
		height: 6px;
		background-color: hsl(210 calc(1 * 9.3%) 78.8% / 0.3);
		width: 88px;
	}

	.discord-media-attachment-volume-slider:hover {
		box-shadow: 0 1px 1px hsl(0 calc(1 * 0%) 0% / 0.3);
	}

	.discord-media-attachment-volume-slider::before {
		background-color: hsl(210 calc(1 * 9.3%) 78.8%/0.3);
		left: 0px;
		border-radius: 3px 0 0 3px;
		content: '';
		position: absolute;
		top: 0;
		height: 6px;
		width: 100%;
		z-index: 3;
	}

	input[type='range'].discord-media-attachment-volume-slider::-webkit-slider-runnable-track {
		background-color: hsl(210 calc(1 * 9.3%) 78.8%/0.3);
		height: 2.47264%;
		width: 100%;
		cursor: grab;
		border-radius: 8px;
	}

	input[type='range'].discord-media-attachment-volume-slider::-webkit-slider-thumb {
		position: relative;
		bottom: 8px;
		z-index: 4;
	}

	input[type='range'].discord-media-attachment-volume-slider:active::-webkit-slider-thumb {
		transform: scale(1.2);
		filter: brightness(85%);
	}
`;var Yr=class extends ci{host;element;prevData={};eventData={};render(i){return _e}update(i,[a]){this.element!==i.element&&(this.element=i.element),this.host=i.options?.host??this.element,this.apply(a),this.groom(a),this.prevData={...a}}apply(i){if(!i)return;let{prevData:a,element:e}=this;for(let[r,u]of Object.entries(i)){if(u===a[r])continue;let o=r.slice(1);switch(r[0]){case"@":this.eventData[o]=u,this.applyEvent(o,u);break;case".":e[o]=u;break;case"?":u?e.setAttribute(o,""):e.removeAttribute(o);break;default:u===null?e.removeAttribute(r):e.setAttribute(r,String(u));break}}}groom(i){let{prevData:a,element:e}=this;if(a)for(let[r,u]of Object.entries(a)){let o=r.slice(1);if(!i||!(r in i)&&e[o]===u)switch(r[0]){case"@":this.groomEvent(o,u);break;case".":e[o]=void 0;break;case"?":e.removeAttribute(o);break;default:e.removeAttribute(r);break}}}applyEvent(i,a){let{prevData:e,element:r}=this;this.eventData[i]=a,e[i]&&r.removeEventListener(i,this,a),r.addEventListener(i,this,a)}groomEvent(i,a){let{element:e}=this;Reflect.deleteProperty(this.eventData,i),e.removeEventListener(i,this,a)}handleEvent(i){let a=this.eventData[i.type];typeof a=="function"?a.call(this.host,i):a.handleEvent(i)}disconnected(){let{eventData:i,element:a}=this;for(let[e,r]of Object.entries(i)){let u=e.slice(1);a.removeEventListener(u,this,r)}}reconnected(){let{eventData:i,element:a}=this;for(let[e,r]of Object.entries(i)){let u=e.slice(1);a.addEventListener(u,this,r)}}},S=Ae(Yr);var ac=j`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function tr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ac}
	</svg>`}var rc=j`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function ir(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${rc}
	</svg>`}var sc=j`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function ar(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sc}
	</svg>`}var oc=j`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function rr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${oc}
	</svg>`}var lc=j`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function sr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${lc}
	</svg>`}var nc=j`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function or(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${nc}
	</svg>`}var dc=j`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function lr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${dc}
	</svg>`}var cc=j`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function nr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${cc}
	</svg>`}var hc=j`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function dr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${hc}
	</svg>`}var uc=j`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function cr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${uc}
	</svg>`}var mc=j`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function hr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${mc}
	</svg>`}var fc=j`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function ur(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${fc}
	</svg>`}var pc=j`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function mr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${pc}
	</svg>`}var vc=j`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function fr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${vc}
	</svg>`}var gc=j`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function pr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${gc}
	</svg>`}var _c=j`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function vr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${_c}
	</svg>`}var bc=j`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function gr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${bc}
	</svg>`}var yc=j`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function _r(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${yc}
	</svg>`}var xc=j`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function br(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${xc}
	</svg>`}var zc=j`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function yr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${zc}
	</svg>`}var wc=j`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function xr(t={}){return g`<svg
		${S(t)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${wc}
	</svg>`}var Kr=globalThis.$discordMessage??{};function Zt(){return Kr}function kc(t){Kr=Object.assign(Kr,t)}var aa={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},Gr=Zt().avatars??{},Ne=Object.assign(aa,Gr,{default:aa[Gr.default]??Gr.default??aa.blue}),ot=Zt().profiles??{},ll=Zt().defaultTheme==="light"?"light":"dark",nl=Zt().defaultMode==="compact"?"compact":"cozy",dl=Zt().defaultBackground==="none"?"none":"discord",cl=new Map([["heart",or()],["crystal",tr()],["diamond",ir()],["explosion",ar()],["flame",rr()],["flower",sr()],["key",lr()],["leaf",nr()],["lightning",dr()],["magic",cr()],["moon",hr()],["mushroom",ur()],["mythical",mr()],["ornament",fr()],["plasma",pr()],["rock",vr()],["shell",gr()],["skull",_r()],["sun",br()],["sword",yr()],["water",xr()]]);var Mc=j`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function ra(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Mc}
	</svg>`}var Tc=j`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function sa(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Tc}
	</svg>`}var Cc=j`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function oa(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Cc}
	</svg>`}var $c=j`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function la(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${$c}
	</svg>`}var Ec=j`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function na(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ec}
	</svg>`}var Li=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},lt=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},ne="light-theme",We="compact-mode",Xr="no-background",jc=(()=>{let t=[W("discord-messages")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[];var F=class extends r{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[_t({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],v=[_t({context:Xr}),b({type:Boolean,reflect:!0,attribute:"no-background"})],s=[_t({context:We}),b({type:Boolean,reflect:!0,attribute:"compact-mode"})],f=[b({reflect:!0,attribute:"channel-type"})],m=[b({reflect:!0,attribute:"channel-name"})],Li(this,null,u,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:y=>"lightTheme"in y,get:y=>y.lightTheme,set:(y,A)=>{y.lightTheme=A}},metadata:x},o,c),Li(this,null,v,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:y=>"noBackground"in y,get:y=>y.noBackground,set:(y,A)=>{y.noBackground=A}},metadata:x},h,l),Li(this,null,s,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:y=>"compactMode"in y,get:y=>y.compactMode,set:(y,A)=>{y.compactMode=A}},metadata:x},_,p),Li(this,null,f,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:y=>"channelType"in y,get:y=>y.channelType,set:(y,A)=>{y.channelType=A}},metadata:x},d,n),Li(this,null,m,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:y=>"channelName"in y,get:y=>y.channelName,set:(y,A)=>{y.channelName=A}},metadata:x},T,D),Li(null,i={value:e},t,{kind:"class",name:e.name,metadata:x},null,a),F=e=i.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=B`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=lt(this,o,!1);get lightTheme(){return this.#e}set lightTheme(x){this.#e=x}#t=(lt(this,c),lt(this,h,!1));get noBackground(){return this.#t}set noBackground(x){this.#t=x}#i=(lt(this,l),lt(this,_,!1));get compactMode(){return this.#i}set compactMode(x){this.#i=x}#a=(lt(this,p),lt(this,d,void 0));get channelType(){return this.#a}set channelType(x){this.#a=x}#r=(lt(this,n),lt(this,T,void 0));get channelName(){return this.#r}set channelName(x){this.#r=x}connectedCallback(){super.connectedCallback(),(this.lightTheme||ll==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||nl==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||dl==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let x;switch(this.channelType){case"text":x=g`${sa()}`;break;case"voice":x=g`${na()}`;break;case"locked":x=g`${la()}`;break;case"thread":x=g`${oa()}`;break;case"forum":x=g`${ra()}`;break}return g`
			${O(this.channelType&&this.channelName,()=>g`<div class="discord-channel-header">
						<div class="discord-channel-icon">${x}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),lt(this,D)}static{lt(e,a)}};return F=e})();var Ii=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},nt=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Dc=(()=>{let t=[W("discord-link")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[];var F=class extends r{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],v=[b()],s=[b()],f=[b()],m=[b()],Ii(this,null,u,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:y=>"lightTheme"in y,get:y=>y.lightTheme,set:(y,A)=>{y.lightTheme=A}},metadata:x},o,c),Ii(this,null,v,{kind:"accessor",name:"href",static:!1,private:!1,access:{has:y=>"href"in y,get:y=>y.href,set:(y,A)=>{y.href=A}},metadata:x},h,l),Ii(this,null,s,{kind:"accessor",name:"rel",static:!1,private:!1,access:{has:y=>"rel"in y,get:y=>y.rel,set:(y,A)=>{y.rel=A}},metadata:x},_,p),Ii(this,null,f,{kind:"accessor",name:"target",static:!1,private:!1,access:{has:y=>"target"in y,get:y=>y.target,set:(y,A)=>{y.target=A}},metadata:x},d,n),Ii(this,null,m,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:y=>"type"in y,get:y=>y.type,set:(y,A)=>{y.type=A}},metadata:x},T,D),Ii(null,i={value:e},t,{kind:"class",name:e.name,metadata:x},null,a),F=e=i.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=B`
		a {
			color: #00aff4;
			text-decoration: none;
		}

		a:hover {
			text-decoration: underline;
		}

		.discord-link-light-theme a {
			color: #00b0f4;
		}
	`;#e=nt(this,o,!1);get lightTheme(){return this.#e}set lightTheme(x){this.#e=x}#t=(nt(this,c),nt(this,h,void 0));get href(){return this.#t}set href(x){this.#t=x}#i=(nt(this,l),nt(this,_,void 0));get rel(){return this.#i}set rel(x){this.#i=x}#a=(nt(this,p),nt(this,d,void 0));get target(){return this.#a}set target(x){this.#a=x}#r=(nt(this,n),nt(this,T,void 0));get type(){return this.#r}set type(x){this.#r=x}render(){return g`<a
			href=${Y(this.href)}
			rel=${Y(this.rel)}
			target=${Y(this.target)}
			type=${Y(this.type)}
			class=${ue({"discord-link-light-theme":this.lightTheme})}
			><slot></slot
		></a>`}constructor(){super(...arguments),nt(this,D)}static{nt(e,a)}};return F=e})();var Sc=j`
	<path
		fill="currentColor"
		d="M12 2a1 1 0 0 1 1 1v10.59l3.3-3.3a1 1 0 1 1 1.4 1.42l-5 5a1 1 0 0 1-1.4 0l-5-5a1 1 0 1 1 1.4-1.42l3.3 3.3V3a1 1 0 0 1 1-1ZM3 20a1 1 0 1 0 0 2h18a1 1 0 1 0 0-2H3Z"
	/>
`;function ti(t={}){return g`<svg
		${S(t)}
		class="discord-icon-download"
		aria-hidden="true"
		role="img"
		xmlns="http://www.w3.org/2000/svg"
		width="20"
		height="20"
		fill="none"
		viewBox="0 0 24 24"
	>
		${Sc}
	</svg>`}var Hc=j`
	<path fill="currentColor" d="M6 4a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1H6ZM15 4a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1h-3Z"></path>
`;function da(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="16" height="16" fill="none" viewBox="0 0 24 24">${Hc}</svg>`}var Ac=j`
	<path fill="currentColor" d="M9.25 3.35C7.87 2.45 6 3.38 6 4.96v14.08c0 1.58 1.87 2.5 3.25 1.61l10.85-7.04a1.9 1.9 0 0 0 0-3.22L9.25 3.35Z"></path>
`;function ca(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="16" height="16" fill="none" viewBox="0 0 24 24">${Ac}</svg>`}var Lc=j`
	<path fill="currentColor" d="M12,5 L12,1 L7,6 L12,11 L12,7 C15.31,7 18,9.69 18,13 C18,16.31 15.31,19 12,19 C8.69,19 6,16.31 6,13 L4,13 C4,17.42 7.58,21 12,21 C16.42,21 20,17.42 20,13 C20,8.58 16.42,5 12,5 L12,5 Z"></path>
`;function ha(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="16" height="16" fill="none" viewBox="0 0 24 24">${Lc}</svg>`}var Ic=j`
	<path fill="currentColor" d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"></path>
	<path fill="currentColor" d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"></path>
`;function ua(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="24" height="24" fill="none" viewBox="0 0 24 24">${Ic}</svg>`}var Oc=j`
	<path fill="currentColor" d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.18 15.36c-.55.35-1.18-.12-1.18-.78v-.27c0-.36.2-.67.45-.93a2 2 0 0 0 0-2.76c-.24-.26-.45-.57-.45-.93v-.27c0-.66.63-1.13 1.18-.78a4 4 0 0 1 0 6.72Z"></path>
`;function ma(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="24" height="24" fill="none" viewBox="0 0 24 24">${Oc}</svg>`}var Vc=j`
	<path fill="currentColor" d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM22.7 8.3a1 1 0 0 0-1.4 0L19 10.58l-2.3-2.3a1 1 0 1 0-1.4 1.42L17.58 12l-2.3 2.3a1 1 0 0 0 1.42 1.4L19 13.42l2.3 2.3a1 1 0 0 0 1.4-1.42L20.42 12l2.3-2.3a1 1 0 0 0 0-1.4Z"></path>
`;function fa(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="24" height="24" fill="none" viewBox="0 0 24 24">${Vc}</svg>`}var Oi=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},dt=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Pc=(()=>{let t=[W("discord-audio-attachment")],i,a=[],e,r=Xa,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[];var F=class extends r{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b({type:Number})],f=[b({attribute:"bytes-unit"})],m=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Oi(this,null,u,{kind:"accessor",name:"href",static:!1,private:!1,access:{has:y=>"href"in y,get:y=>y.href,set:(y,A)=>{y.href=A}},metadata:x},o,c),Oi(this,null,v,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:y=>"name"in y,get:y=>y.name,set:(y,A)=>{y.name=A}},metadata:x},h,l),Oi(this,null,s,{kind:"accessor",name:"bytes",static:!1,private:!1,access:{has:y=>"bytes"in y,get:y=>y.bytes,set:(y,A)=>{y.bytes=A}},metadata:x},_,p),Oi(this,null,f,{kind:"accessor",name:"bytesUnit",static:!1,private:!1,access:{has:y=>"bytesUnit"in y,get:y=>y.bytesUnit,set:(y,A)=>{y.bytesUnit=A}},metadata:x},d,n),Oi(this,null,m,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:y=>"lightTheme"in y,get:y=>y.lightTheme,set:(y,A)=>{y.lightTheme=A}},metadata:x},T,D),Oi(null,i={value:e},t,{kind:"class",name:e.name,metadata:x},null,a),F=e=i.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=[er,Ja,Ka,B`
			:host {
				display: grid;
				height: -moz-fit-content;
				height: fit-content;
				grid-auto-flow: row;
				grid-row-gap: 0.25rem;
				grid-template-columns: repeat(auto-fill, minmax(100%, 1fr));
				text-indent: 0;
				min-height: 0;
				min-width: 0;
				padding-top: 0.125rem;
				padding-bottom: 0.125rem;
				position: relative;

				--seek-before-width: 0%;
				--buffered-width: 0%;
				--volume-slider-opacity: 0;
			}

			.discord-audio-attachment-non-visual-media-item {
				width: -moz-fit-content;
				width: fit-content;
				max-width: 100%;
			}

			.discord-media-attachment-mosaic-item-media {
				width: 100%;
			}

			.discord-audio-attachment-wrapper-audio {
				background-color: #282828;
				border-color: #202020;
				border-radius: 8px;
				border-style: solid;
				border-width: 1px;
				box-sizing: border-box;
				color: hsl(0 calc(1 * 0%) 100% / 1);
				display: flex;
				flex-direction: column;
				flex: auto;
				height: auto;
				justify-content: space-between;
				max-width: 100%;
				overflow: visible;
				padding: 16px;
				position: relative;
				user-select: none;
				width: 432px;
			}

			.discord-audio-attachment-light-theme.discord-audio-attachment-wrapper-audio {
				border-color: #f3f3f3;
				background-color: #f9f9f9;
			}

			.discord-audio-attachment-audio-metadata {
				display: flex;
			}

			.discord-audio-attachment-audio-metadata::before {
				width: 24px;
				height: 40px;
				content: '';
				background-image: url('data:image/svg+xml;base64,PHN2ZyBmaWxsPSJub25lIiBoZWlnaHQ9Ijk2IiB2aWV3Qm94PSIwIDAgNzIgOTYiIHdpZHRoPSI3MiIgeG1sbnM9Imh0dHA6Ly93d3cudzMub3JnLzIwMDAvc3ZnIj48cGF0aCBkPSJtNzIgMjkuM3Y2MC4zYzAgMi4yNCAwIDMuMzYtLjQ0IDQuMjItLjM4Ljc0LTEgMS4zNi0xLjc0IDEuNzQtLjg2LjQ0LTEuOTguNDQtNC4yMi40NGgtNTkuMmMtMi4yNCAwLTMuMzYgMC00LjIyLS40NC0uNzQtLjM4LTEuMzYtMS0xLjc0LTEuNzQtLjQ0LS44Ni0uNDQtMS45OC0uNDQtNC4yMnYtODMuMmMwLTIuMjQgMC0zLjM2LjQ0LTQuMjIuMzgtLjc0IDEtMS4zNiAxLjc0LTEuNzQuODYtLjQ0IDEuOTgtLjQ0IDQuMjItLjQ0aDM2LjNjMS45NiAwIDIuOTQgMCAzLjg2LjIyLjUuMTIuOTguMjggMS40NC41djE2Ljg4YzAgMi4yNCAwIDMuMzYuNDQgNC4yMi4zOC43NCAxIDEuMzYgMS43NCAxLjc0Ljg2LjQ0IDEuOTguNDQgNC4yMi40NGgxNi44OGMuMjIuNDYuMzguOTQuNSAxLjQ0LjIyLjkyLjIyIDEuOS4yMiAzLjg2eiIgZmlsbD0iI2QzZDZmZCIvPjxwYXRoIGQ9Im02OC4yNiAyMC4yNmMxLjM4IDEuMzggMi4wNiAyLjA2IDIuNTYgMi44OC4xOC4yOC4zMi41Ni40Ni44NmgtMTYuODhjLTIuMjQgMC0zLjM2IDAtNC4yMi0uNDQtLjc0LS4zOC0xLjM2LTEtMS43NC0xLjc0LS40NC0uODYtLjQ0LTEuOTgtLjQ0LTQuMjJ2LTE2Ljg4MDAyOWMuMy4xNC41OC4yOC44Ni40NTk5OTkuODIuNSAxLjUgMS4xOCAyLjg4IDIuNTZ6IiBmaWxsPSIjOTM5YmY5Ii8+PHBhdGggY2xpcC1ydWxlPSJldmVub2RkIiBkPSJtMzQuNzYgNDIuMTZjLS43NC0uMy0xLjYtLjE0LTIuMTguNDRsLTguNTggOS40aC02Yy0xLjEgMC0yIC45LTIgMnYxMmMwIDEuMS45IDIgMiAyaDZsOC41OCA5LjQyYy41OC41OCAxLjQ0Ljc0IDIuMTguNDQuNzYtLjMyIDEuMjQtMS4wNiAxLjI0LTEuODZ2LTMyYzAtLjgtLjQ4LTEuNTQtMS4yNC0xLjg0em01LjI0IDMuODR2NGM1LjUyIDAgMTAgNC40OCAxMCAxMHMtNC40OCAxMC0xMCAxMHY0YzcuNzIgMCAxNC02LjI4IDE0LTE0cy02LjI4LTE0LTE0LTE0em0wIDhjMy4zIDAgNiAyLjcgNiA2cy0yLjcgNi02IDZ2LTRjMS4xIDAgMi0uOSAyLTJzLS45LTItMi0yeiIgZmlsbD0iIzU4NjVmMiIgZmlsbC1ydWxlPSJldmVub2RkIi8+PC9zdmc+');
				background-size: 100%auto;
				background-repeat: no-repeat;
			}

			.discord-audio-attachment-audio-metadata-content {
				padding: 0 8px;
				flex: 1 1 auto;
				white-space: nowrap;
				overflow: hidden;
			}

			.discord-audio-attachment-audio-metadata-size {
				color: color-mix(in oklab, hsl(214 calc(1 * 8.1%) 61.2% / 1) 100%, black 0%);
				font-size: 12px;
				line-height: 16px;
				font-weight: 500;
				opacity: 0.7;
				white-space: nowrap;
				text-overflow: ellipsis;
				overflow: hidden;
			}

			.discord-audio-attachment-audio-element {
				display: none !important;
				position: absolute;
				width: 0;
				height: 0;
			}
		`];#e=dt(this,o,void 0);get href(){return this.#e}set href(x){this.#e=x}#t=(dt(this,c),dt(this,h,void 0));get name(){return this.#t}set name(x){this.#t=x}#i=(dt(this,l),dt(this,_,void 0));get bytes(){return this.#i}set bytes(x){this.#i=x}#a=(dt(this,p),dt(this,d,void 0));get bytesUnit(){return this.#a}set bytesUnit(x){this.#a=x}#r=(dt(this,n),dt(this,T,!1));get lightTheme(){return this.#r}set lightTheme(x){this.#r=x}render(){let x=this.name?.replaceAll(/\s/g,"_")?.replaceAll(/[^\w-]/g,"");return g`<div class="discord-media-attachment-non-visual-media-item-container">
			<div class="discord-audio-attachment-non-visual-media-item">
				<div class="discord-media-attachment-mosaic-item-media">
					<div
						class=${ue({"discord-audio-attachment-wrapper-audio":!0,"discord-audio-attachment-light-theme":this.lightTheme})}
					>
						<div class="discord-audio-attachment-audio-metadata">
							<div class="discord-audio-attachment-audio-metadata-content">
								<discord-link
									href=${Y(this.href)}
									ref="noreferrer noopener"
									target="_blank"
									role="button"
									aria-label="Download"
								>
									${x}
								</discord-link>
								<div class="discord-audio-attachment-audio-metadata-size">
									${this.bytes}${O(this.bytesUnit,()=>g` ${this.bytesUnit}`,()=>null)}
								</div>
							</div>
						</div>
						<audio
							${Qe(this.mediaComponentRef)}
							class="discord-audio-attachment-audio-element"
							preload="metadata"
							@progress=${this.displayBufferedAmount}
							@ended=${this.handleEnded}
						>
							<source src=${Y(this.href)} />
						</audio>
						<div class="discord-media-attachment-controls" style="transform: translateY(0%)">
							<div
								class="discord-media-attachment-video-button"
								tabindex="0"
								aria-label="${this.isPlaying?"Pause":"Play"}"
								role="button"
								@click=${this.handleClickPlayPauseIcon}
								@keydown=${this.handleSpaceToPlayPause}
							>
								${O(this.hasEnded,()=>ha({class:"discord-media-attachment-control-icon"}),()=>O(this.isPlaying,()=>da({class:"discord-media-attachment-control-icon"}),()=>ca({class:"discord-media-attachment-control-icon"})))}
							</div>
							<div class="discord-media-attachment-duration-time-wrapper">
								<span role="status" class="discord-media-attachment-duration-time-display">${this.currentPlaybackPosition}</span>
								<span
									role="separator"
									class="discord-media-attachment-duration-time-display discord-media-attachment-duration-time-separator"
									>/</span
								>
								<span class="discord-media-attachment-duration-time-display">${this.totalMediaDuration}</span>
							</div>
							<div class="discord-media-attachment-horizontal">
								<div class="discord-media-attachment-media-bar-interaction">
									<input
										type="range"
										${Qe(this.seekSliderRef)}
										class="discord-media-attachment-playback-control"
										@input=${this.handleSeekSliderInput}
										@change=${this.handleSeekSliderChange}
										max="100"
										value="0"
									/>
								</div>
							</div>
							<div class="discord-media-attachment-flex">
								<div class="discord-media-attachment-flex-container">
									<div ${Qe(this.volumeControlRef)} class="discord-media-attachment-button-slider">
										<div
											class="discord-media-attachment-volume-vertical"
											@mouseenter=${this.handleVolumeVerticalEnter}
											@mouseleave=${this.handleVolumeVerticalLeave}
										>
											<input
												${Qe(this.volumeControlInputRef)}
												type="range"
												class="discord-media-attachment-volume-slider"
												@input=${this.handleVolumeSliderInput}
												max="100"
												value="100"
											/>
										</div>
									</div>
									<button
										aria-label="Control volume"
										type="button"
										class="discord-media-attachment-button"
										@focus=${this.handleVolumeVerticalFocus}
										@blur=${this.handleVolumeVerticalBlur}
										@mouseover=${this.handleVolumeVerticalEnter}
										@mouseout=${this.handleVolumeVerticalLeave}
										@click=${this.handleClickMuteIcon}
									>
										<div class="discord-media-attachment-button-content">
											${O(this.currentVolume===0||this.isMuted,()=>fa({class:"discord-media-attachment-button-control-icon"}),()=>O(this.currentVolume<=.5,()=>ma({class:"discord-media-attachment-button-control-icon"}),()=>ua({class:"discord-media-attachment-button-control-icon"})))}
										</div>
									</button>
								</div>
							</div>
						</div>
					</div>
				</div>
			</div>
			<div class="discord-button-download-attachment">
				<a
					class="discord-link-download-attachment"
					aria-label="Download"
					href="${Y(this.href)}"
					rel="noreferrer noopener"
					target="_blank"
					role="button"
					tabindex="0"
				>
					${ti()}
				</a>
			</div>
		</div>`}constructor(){super(...arguments),dt(this,D)}static{dt(e,a)}};return F=e})();var Rc=j`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function He(t={}){return g`<svg
		${S(t)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Rc}
	</svg>`}var Jr=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},pa=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Nc=(()=>{let t=[W("discord-verified-author-tag")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[];var s=class extends r{static{e=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Boolean})],v=[ie({context:We}),b({type:Boolean,reflect:!0,attribute:"compact-mode"})],Jr(this,null,u,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:p=>"verified"in p,get:p=>p.verified,set:(p,f)=>{p.verified=f}},metadata:_},o,c),Jr(this,null,v,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:p=>"compactMode"in p,get:p=>p.compactMode,set:(p,f)=>{p.compactMode=f}},metadata:_},h,l),Jr(null,i={value:e},t,{kind:"class",name:e.name,metadata:_},null,a),s=e=i.value,_&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=B`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=pa(this,o,!1);get verified(){return this.#e}set verified(_){this.#e=_}#t=(pa(this,c),pa(this,h,!1));get compactMode(){return this.#t}set compactMode(_){this.#t=_}render(){return g`${O(this.verified,()=>He())}App`}constructor(){super(...arguments),pa(this,l)}static{pa(e,a)}};return s=e})();var Le=class extends Error{constructor(i){super(i),this.name="DiscordComponentsError"}},Bc=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),Uc=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),qc=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),Fc=t=>t instanceof Date?Bc.format(t):t,Zc=(t,i=!1)=>t instanceof Date?i?qc.format(t):Uc.format(t):t;function Wt(t,i=!1,a=!1){if(!(t instanceof Date)&&typeof t!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return i?Zc(t,a):Fc(t)}var hl=/\.(?<ext>bmp|jpe?g|png|gif|webp|tiff)$/i;function ul(t){if(!hl.test(t))throw new Le(`The url of an image for discord-image-attachment should match the regex ${hl}`)}var Wc=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function Vi(t){let i=Zt().emojis?.[t];if(i)return i;let a=Wc.exec(t);if(a?.groups){let{name:e,id:r,animated:u}=a.groups;return{name:e,url:`https://cdn.discordapp.com/emojis/${r}.${u?"gif":"png"}`}}}function zr(t){if(t)return cl.get(t)??t}var Ge=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},xe=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Qc=(()=>{let t=[W("discord-author-info")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[],le,N=[],w=[],C,P=[],ce=[],Me,V=[],z=[];var ee=class extends r{static{e=this}static{let re=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b({type:Boolean})],s=[b({type:Boolean})],f=[b({type:Boolean,attribute:"official-app"})],m=[b({type:Boolean})],F=[b({attribute:"role-color"})],A=[b({attribute:"role-icon"})],$=[b({attribute:"role-name"})],fe=[b({attribute:"clan-icon"})],se=[b({attribute:"clan-tag"})],le=[b({type:Boolean})],C=[ie({context:We}),b({type:Boolean,reflect:!0,attribute:"compact-mode"})],Me=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Ge(this,null,u,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:q=>"author"in q,get:q=>q.author,set:(q,pe)=>{q.author=pe}},metadata:re},o,c),Ge(this,null,v,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:q=>"bot"in q,get:q=>q.bot,set:(q,pe)=>{q.bot=pe}},metadata:re},h,l),Ge(this,null,s,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:q=>"server"in q,get:q=>q.server,set:(q,pe)=>{q.server=pe}},metadata:re},_,p),Ge(this,null,f,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:q=>"officialApp"in q,get:q=>q.officialApp,set:(q,pe)=>{q.officialApp=pe}},metadata:re},d,n),Ge(this,null,m,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:q=>"op"in q,get:q=>q.op,set:(q,pe)=>{q.op=pe}},metadata:re},T,D),Ge(this,null,F,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:q=>"roleColor"in q,get:q=>q.roleColor,set:(q,pe)=>{q.roleColor=pe}},metadata:re},x,y),Ge(this,null,A,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:q=>"roleIcon"in q,get:q=>q.roleIcon,set:(q,pe)=>{q.roleIcon=pe}},metadata:re},L,k),Ge(this,null,$,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:q=>"roleName"in q,get:q=>q.roleName,set:(q,pe)=>{q.roleName=pe}},metadata:re},R,ae),Ge(this,null,fe,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:q=>"clanIcon"in q,get:q=>q.clanIcon,set:(q,pe)=>{q.clanIcon=pe}},metadata:re},Z,E),Ge(this,null,se,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:q=>"clanTag"in q,get:q=>q.clanTag,set:(q,pe)=>{q.clanTag=pe}},metadata:re},J,G),Ge(this,null,le,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:q=>"verified"in q,get:q=>q.verified,set:(q,pe)=>{q.verified=pe}},metadata:re},N,w),Ge(this,null,C,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:q=>"compactMode"in q,get:q=>q.compactMode,set:(q,pe)=>{q.compactMode=pe}},metadata:re},P,ce),Ge(this,null,Me,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:q=>"lightTheme"in q,get:q=>q.lightTheme,set:(q,pe)=>{q.lightTheme=pe}},metadata:re},V,z),Ge(null,i={value:e},t,{kind:"class",name:e.name,metadata:re},null,a),ee=e=i.value,re&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:re})}static styles=B`
		:host {
			display: inline-flex;
			align-items: center;
			font-size: 16px;
			text-underline-offset: 1px;
			margin-right: 0.25rem;
		}

		:host .discord-author-username {
			color: #fff;
			font-size: 1em;
			font-weight: 500;
		}

		:host .discord-author-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-author-username {
			color: #23262a;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.54);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-left: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			width: max-content;
			gap: 0.25rem;
			justify-content: space-between;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			min-width: 45px;
			line-height: 1rem !important;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.34);
		}

		:host([light-theme]) .discord-clan-tag {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([compact-mode]) .discord-clan-tag {
			margin-left: 0rem;
		}

		:host .discord-clan-tag span,
		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			user-select: none;
			-webkit-user-select: none;
		}

		:host .discord-application-tag {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: inline-flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-official-application {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-official-application {
			margin-right: 5px;
			margin-left: 0px !important;
		}

		:host .discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		:host .discord-author-role-icon {
			margin-left: 0.25rem;
			vertical-align: top;
			height: calc(1rem + 4px);
			width: calc(1rem + 4px);
		}

		:host([compact-mode]) .discord-author-username {
			margin-right: 0.25rem;
		}

		:host([compact-mode]) .discord-application-tag {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
		}
	`;#e=xe(this,o,void 0);get author(){return this.#e}set author(re){this.#e=re}#t=(xe(this,c),xe(this,h,!1));get bot(){return this.#t}set bot(re){this.#t=re}#i=(xe(this,l),xe(this,_,!1));get server(){return this.#i}set server(re){this.#i=re}#a=(xe(this,p),xe(this,d,!1));get officialApp(){return this.#a}set officialApp(re){this.#a=re}#r=(xe(this,n),xe(this,T,!1));get op(){return this.#r}set op(re){this.#r=re}#s=(xe(this,D),xe(this,x,void 0));get roleColor(){return this.#s}set roleColor(re){this.#s=re}#o=(xe(this,y),xe(this,L,void 0));get roleIcon(){return this.#o}set roleIcon(re){this.#o=re}#l=(xe(this,k),xe(this,R,void 0));get roleName(){return this.#l}set roleName(re){this.#l=re}#n=(xe(this,ae),xe(this,Z,void 0));get clanIcon(){return this.#n}set clanIcon(re){this.#n=re}#d=(xe(this,E),xe(this,J,void 0));get clanTag(){return this.#d}set clanTag(re){this.#d=re}#c=(xe(this,G),xe(this,N,!1));get verified(){return this.#c}set verified(re){this.#c=re}#h=(xe(this,w),xe(this,P,!1));get compactMode(){return this.#h}set compactMode(re){this.#h=re}#u=(xe(this,ce),xe(this,V,!1));get lightTheme(){return this.#u}set lightTheme(re){this.#u=re}render(){let re=zr(this.clanIcon),q=this.clanTag?.slice(0,4);return g`${O(this.compactMode,()=>null,()=>g`<span class="discord-author-username" style="${qe({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.roleIcon&&!this.compactMode,()=>g`<img
					class="discord-author-role-icon"
					src=${Y(this.roleIcon)}
					height="20"
					width="20"
					alt=${Y(this.roleName)}
					draggable="false"
				/>`)}
		${O(this.bot&&!this.server&&!this.officialApp,()=>g`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${O(this.server&&!this.bot&&!this.officialApp,()=>g`<span class="discord-application-tag">Server</span>`)}
		${O(this.officialApp&&!this.server&&!this.bot,()=>g`<span class="discord-official-application">${He()}OFFICIAL</span>`)}
		${O(this.op,()=>g`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${O(this.compactMode,()=>g`<span class="discord-author-username" style="${qe({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>g`
				<span class="discord-clan-tag">
					${re==="string"?g`<img srcset=${Y(re)} alt=${Y(q)} width="12" height="12" draggable="false" />`:re}
					<span>${q}</span>
				</span>
			`)} `}constructor(){super(...arguments),xe(this,z)}static{xe(e,a)}};return ee=e})();var Yc=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Gc=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Kc=(()=>{let t=[W("discord-bold")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Yc(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host > strong {
			font-weight: 700;
		}
	`;render(){return g`
			<strong>
				<slot></slot>
			</strong>
		`}static{Gc(e,a)}};return u=e})();var Xc=j`
	<path
		fill="currentColor"
		d="M10 5V3H5.375C4.06519 3 3 4.06519 3 5.375V18.625C3 19.936 4.06519 21 5.375 21H18.625C19.936 21 21 19.936 21 18.625V14H19V19H5V5H10Z"
	/>
	<path fill="currentColor" d="M21 2.99902H14V4.99902H17.586L9.29297 13.292L10.707 14.706L19 6.41302V9.99902H21V2.99902Z"
	/>
`;function es(t={}){return g`<svg ${S(t)} class="discord-button-launch" aria-hidden="false" width="16" height="16" viewBox="0 0 24 24">
		${Xc}
	</svg>`}var ii=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Je=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Jc=(()=>{let t=[W("discord-button")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[];var A=class extends r{static{e=this}static{let L=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({reflect:!0,attribute:"emoji"})],v=[b({reflect:!0,attribute:"emoji-name"})],s=[b({reflect:!0,attribute:"url"})],f=[b({type:Boolean,reflect:!0,attribute:"disabled"})],m=[b({reflect:!0,attribute:"type"})],F=[b({reflect:!0,attribute:"modal-id"})],ii(this,null,u,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:k=>"emoji"in k,get:k=>k.emoji,set:(k,$)=>{k.emoji=$}},metadata:L},o,c),ii(this,null,v,{kind:"accessor",name:"emojiName",static:!1,private:!1,access:{has:k=>"emojiName"in k,get:k=>k.emojiName,set:(k,$)=>{k.emojiName=$}},metadata:L},h,l),ii(this,null,s,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:k=>"url"in k,get:k=>k.url,set:(k,$)=>{k.url=$}},metadata:L},_,p),ii(this,null,f,{kind:"accessor",name:"disabled",static:!1,private:!1,access:{has:k=>"disabled"in k,get:k=>k.disabled,set:(k,$)=>{k.disabled=$}},metadata:L},d,n),ii(this,null,m,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:k=>"type"in k,get:k=>k.type,set:(k,$)=>{k.type=$}},metadata:L},T,D),ii(this,null,F,{kind:"accessor",name:"modalId",static:!1,private:!1,access:{has:k=>"modalId"in k,get:k=>k.modalId,set:(k,$)=>{k.modalId=$}},metadata:L},x,y),ii(null,i={value:e},t,{kind:"class",name:e.name,metadata:L},null,a),A=e=i.value,L&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:L})}static styles=B`
		:host > *:first-child {
			display: flex;
			justify-content: center;
			align-items: center;
			cursor: pointer;
			margin: 4px 8px 4px 0;
			padding: 2px 16px;
			width: auto;
			height: 32px;
			min-width: 60px;
			min-height: 32px;
			-webkit-transition:
				background-color 0.17s ease,
				color 0.17s ease;
			transition:
				background-color 0.17s ease,
				color 0.17s ease;
			border-radius: 3px;
			font-size: 14px;
			font-weight: 500;
			line-height: 16px;
			text-decoration: none !important;
			/* CSS Reset to unset button styling */
			border-width: unset;
			border-style: unset;
			border-color: unset;
			border-image: unset;
			box-sizing: unset;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
		}

		.success {
			color: #fff;
			background-color: #3ba55d;
		}

		.success.hoverable:hover {
			background-color: #2d7d46;
		}

		.destructive {
			color: #fff;
			background-color: #ed4245;
		}

		.destructive.hoverable:hover {
			background-color: #c03537;
		}

		.primary {
			color: #fff;
			background-color: #5865f2;
		}

		.primary.hoverable:hover {
			background-color: #4752c4;
		}

		.secondary {
			color: #fff;
			background-color: #4f545c;
		}

		.secondary.hoverable:hover {
			background-color: #5d6269;
		}

		.disabled {
			cursor: not-allowed !important;
			opacity: 0.5;
		}

		.launch {
			margin-left: 8px;
		}

		.emoji {
			margin-right: 4px;
			object-fit: contain;
			width: 1.375em;
			height: 1.375em;
			vertical-align: bottom;
		}
	`;#e=Je(this,o,void 0);get emoji(){return this.#e}set emoji(L){this.#e=L}#t=(Je(this,c),Je(this,h,"emoji"));get emojiName(){return this.#t}set emojiName(L){this.#t=L}#i=(Je(this,l),Je(this,_,void 0));get url(){return this.#i}set url(L){this.#i=L}#a=(Je(this,p),Je(this,d,!1));get disabled(){return this.#a}set disabled(L){this.#a=L}#r=(Je(this,n),Je(this,T,"secondary"));get type(){return this.#r}set type(L){this.#r=L}#s=(Je(this,D),Je(this,x,void 0));get modalId(){return this.#s}set modalId(L){this.#s=L}validButtonTypes=(Je(this,y),new Set(["primary","secondary","success","destructive"]));checkType(){if(this.type){if(typeof this.type!="string")throw new TypeError("DiscordButton `type` prop must be a string.");if(!this.validButtonTypes.has(this.type))throw new RangeError("DiscordButton `type` prop must be one of: 'primary', 'secondary', 'success', 'destructive'")}}checkParentElement(){if(this.parentElement?.tagName.toLowerCase()!=="discord-action-row")throw new Le("All <discord-button> components must be direct children of <discord-action-row>.")}handleButtonClick(){if(this.modalId){let L=this.parentElement?.parentElement?.parentElement?.parentElement;if(L?.tagName?.toLowerCase()==="discord-messages"){let k=L?.querySelector("discord-modal"),$=k?.shadowRoot?.querySelector(`dialog#${this.modalId}`),R=$?.querySelector("div.discord-modal-box");if($ instanceof HTMLDialogElement&&R instanceof HTMLDivElement&&($.showModal(),R.style.display="flex",k)){let ae=globalThis.getComputedStyle(globalThis.document.body).overflow;k.originalBodyOverflow=ae,globalThis.document.body.style.overflow="hidden"}}}}render(){this.checkType(),this.checkParentElement();let L=this.url&&!this.disabled,k=g`
			${O(this.emoji,()=>g`<img src=${this.emoji} alt=${this.emojiName} draggable="true" class="emoji" />`)}
			<span>
				<slot></slot>
			</span>
			${O(this.url,()=>es())}
		`;return L?g`<a class="secondary" href=${this.url} target="_blank" rel="noopener noreferrer">${k}</a>`:g`<button
			class=${ue({[this.type]:!0,disabled:this.disabled,hoverable:!this.disabled})}
			@click=${this.handleButtonClick}
		>
			${k}
		</button>`}static{Je(e,a)}};return A=e})();var wr=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ai=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},eh=(()=>{let t=[W("discord-code")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[];var f=class extends r{static{e=this}static{let d=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Boolean,reflect:!0})],v=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],s=[b({type:Boolean,reflect:!0})],wr(this,null,u,{kind:"accessor",name:"multiline",static:!1,private:!1,access:{has:n=>"multiline"in n,get:n=>n.multiline,set:(n,m)=>{n.multiline=m}},metadata:d},o,c),wr(this,null,v,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:n=>"lightTheme"in n,get:n=>n.lightTheme,set:(n,m)=>{n.lightTheme=m}},metadata:d},h,l),wr(this,null,s,{kind:"accessor",name:"embed",static:!1,private:!1,access:{has:n=>"embed"in n,get:n=>n.embed,set:(n,m)=>{n.embed=m}},metadata:d},_,p),wr(null,i={value:e},t,{kind:"class",name:e.name,metadata:d},null,a),f=e=i.value,d&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:d})}static styles=B`
		:host {
			background-color: #2f3136;
			white-space: break-spaces;
			font-family:
				Consolas,
				Andale Mono WT,
				Andale Mono,
				Lucida Console,
				Lucida Sans Typewriter,
				DejaVu Sans Mono,
				Bitstream Vera Sans Mono,
				Liberation Mono,
				Nimbus Mono L,
				Monaco,
				Courier New,
				Courier,
				monospace;
			border-radius: 3px;
		}

		code {
			padding: 0.2em;
			margin: -0.2em;
			border-radius: 3px;
			border: none;
			font-size: 85%;
			text-indent: 0;
			white-space: pre-wrap;
		}

		:host([multiline]) code {
			display: block;
			width: 90%;
			font-size: 0.875rem;
			line-height: 1.125rem;
			padding: 0.5em;
			background: #2b2d31;
			border: 1px solid #1e1f22;
		}

		:host([embed]) code {
			background-color: #1e1f22;
		}

		:host([embed][multiline]) code {
			display: block;
			width: 100%;
			padding: 7px;
			border-radius: 4px;
			background: #1e1f22;
		}

		:host([light-theme]) code {
			border-color: #e3e5e8;
			background-color: #f2f3f5;
		}

		:host([light-theme][embed]) code {
			background-color: #e3e5e8;
		}
	`;#e=ai(this,o,!1);get multiline(){return this.#e}set multiline(d){this.#e=d}#t=(ai(this,c),ai(this,h,!1));get lightTheme(){return this.#t}set lightTheme(d){this.#t=d}#i=(ai(this,l),ai(this,_,!1));get embed(){return this.#i}set embed(d){this.#i=d}render(){return this.multiline?g`<discord-pre ?embed=${this.embed}
				><code><slot></slot></code
			></discord-pre>`:g`<code><slot></slot></code>`}constructor(){super(...arguments),ai(this,p)}static{ai(e,a)}};return f=e})();var th=j`
	<path
		fill="currentColor"
		d="M56 50.6667V13.3333C56 10.4 53.6 8 50.6667 8H13.3333C10.4 8 8 10.4 8 13.3333V50.6667C8 53.6 10.4 56 13.3333 56H50.6667C53.6 56 56 53.6 56 50.6667ZM22.6667 36L29.3333 44.0267L38.6667 32L50.6667 48H13.3333L22.6667 36Z"
	/>
`;function va(t={}){return g`<svg ${S(t)} aria-hidden="false" width="64" height="64" viewBox="0 0 64 64">${th}</svg>`}var ih=j`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M5 3C3.89543 3 3 3.89543 3 5V19C3 20.1046 3.89543 21 5 21H19C20.1046 21 21 20.1046 21 19V5C21 3.89543 20.1046 3 19 3H5ZM16.8995 8.41419L15.4853 6.99998L7 15.4853L8.41421 16.8995L16.8995 8.41419Z"
	/>
`;function ga(t){return g`<svg ${S(t||{})} class="discord-command-icon" aria-hidden="false" width="24" height="24" viewBox="0 0 24 24">
		${ih}
	</svg>`}var ah=j`
	<path
		d="M0.809739 3.59646L5.12565 0.468433C5.17446 0.431163 5.23323 0.408043 5.2951 0.401763C5.35698 0.395482 5.41943 0.406298 5.4752 0.432954C5.53096 0.45961 5.57776 0.50101 5.61013 0.552343C5.64251 0.603676 5.65914 0.662833 5.6581 0.722939V2.3707C10.3624 2.3707 11.2539 5.52482 11.3991 7.21174C11.4028 7.27916 11.3848 7.34603 11.3474 7.40312C11.3101 7.46021 11.2554 7.50471 11.1908 7.53049C11.1262 7.55626 11.0549 7.56204 10.9868 7.54703C10.9187 7.53201 10.857 7.49695 10.8104 7.44666C8.72224 5.08977 5.6581 5.63359 5.6581 5.63359V7.28135C5.65831 7.34051 5.64141 7.39856 5.60931 7.44894C5.5772 7.49932 5.53117 7.54004 5.4764 7.5665C5.42163 7.59296 5.3603 7.60411 5.29932 7.59869C5.23834 7.59328 5.18014 7.57151 5.13128 7.53585L0.809739 4.40892C0.744492 4.3616 0.691538 4.30026 0.655067 4.22975C0.618596 4.15925 0.599609 4.08151 0.599609 4.00269C0.599609 3.92386 0.618596 3.84612 0.655067 3.77562C0.691538 3.70511 0.744492 3.64377 0.809739 3.59646Z"
		fill="currentColor"
	/>
`;function ts(t={}){return g`<svg ${S(t)} class="discord-reply-icon" aria-hidden="false" width="12" height="8" viewBox="0 0 12 8">${ah}</svg>`}var Ie=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ve=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},is=(()=>{let t=[W("discord-reply")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[],le,N=[],w=[],C,P=[],ce=[],Me,V=[],z=[],ee,re=[],q=[],pe,jt=[],Dt=[],St,Ht=[],At=[],Lt,It=[],Ot=[],Vt,Pt=[],Rt=[];var Nt=class extends r{static{e=this}static{let te=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b()],f=[b({type:Boolean})],m=[b({type:Boolean})],F=[b({type:Boolean,attribute:"official-app"})],A=[b({type:Boolean})],$=[b({type:Boolean})],fe=[b({type:Boolean})],se=[b({attribute:"role-color"})],le=[b({type:Boolean})],C=[b({type:Boolean})],Me=[b({type:Boolean})],ee=[b({attribute:"clan-icon"})],pe=[b({attribute:"clan-tag"})],St=[b({type:Boolean,reflect:!0})],Lt=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Vt=[ie({context:We}),b({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ie(this,null,u,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:I=>"profile"in I,get:I=>I.profile,set:(I,oe)=>{I.profile=oe}},metadata:te},o,c),Ie(this,null,v,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:I=>"author"in I,get:I=>I.author,set:(I,oe)=>{I.author=oe}},metadata:te},h,l),Ie(this,null,s,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:I=>"avatar"in I,get:I=>I.avatar,set:(I,oe)=>{I.avatar=oe}},metadata:te},_,p),Ie(this,null,f,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:I=>"bot"in I,get:I=>I.bot,set:(I,oe)=>{I.bot=oe}},metadata:te},d,n),Ie(this,null,m,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:I=>"server"in I,get:I=>I.server,set:(I,oe)=>{I.server=oe}},metadata:te},T,D),Ie(this,null,F,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:I=>"officialApp"in I,get:I=>I.officialApp,set:(I,oe)=>{I.officialApp=oe}},metadata:te},x,y),Ie(this,null,A,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:I=>"op"in I,get:I=>I.op,set:(I,oe)=>{I.op=oe}},metadata:te},L,k),Ie(this,null,$,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:I=>"verified"in I,get:I=>I.verified,set:(I,oe)=>{I.verified=oe}},metadata:te},R,ae),Ie(this,null,fe,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:I=>"edited"in I,get:I=>I.edited,set:(I,oe)=>{I.edited=oe}},metadata:te},Z,E),Ie(this,null,se,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:I=>"roleColor"in I,get:I=>I.roleColor,set:(I,oe)=>{I.roleColor=oe}},metadata:te},J,G),Ie(this,null,le,{kind:"accessor",name:"command",static:!1,private:!1,access:{has:I=>"command"in I,get:I=>I.command,set:(I,oe)=>{I.command=oe}},metadata:te},N,w),Ie(this,null,C,{kind:"accessor",name:"attachment",static:!1,private:!1,access:{has:I=>"attachment"in I,get:I=>I.attachment,set:(I,oe)=>{I.attachment=oe}},metadata:te},P,ce),Ie(this,null,Me,{kind:"accessor",name:"mentions",static:!1,private:!1,access:{has:I=>"mentions"in I,get:I=>I.mentions,set:(I,oe)=>{I.mentions=oe}},metadata:te},V,z),Ie(this,null,ee,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:I=>"clanIcon"in I,get:I=>I.clanIcon,set:(I,oe)=>{I.clanIcon=oe}},metadata:te},re,q),Ie(this,null,pe,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:I=>"clanTag"in I,get:I=>I.clanTag,set:(I,oe)=>{I.clanTag=oe}},metadata:te},jt,Dt),Ie(this,null,St,{kind:"accessor",name:"deleted",static:!1,private:!1,access:{has:I=>"deleted"in I,get:I=>I.deleted,set:(I,oe)=>{I.deleted=oe}},metadata:te},Ht,At),Ie(this,null,Lt,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:I=>"lightTheme"in I,get:I=>I.lightTheme,set:(I,oe)=>{I.lightTheme=oe}},metadata:te},It,Ot),Ie(this,null,Vt,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:I=>"compactMode"in I,get:I=>I.compactMode,set:(I,oe)=>{I.compactMode=oe}},metadata:te},Pt,Rt),Ie(null,i={value:e},t,{kind:"class",name:e.name,metadata:te},null,a),Nt=e=i.value,te&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:te})}static styles=B`
		:host {
			color: #b9bbbe;
			display: flex;
			font-size: 0.875rem;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			padding-top: 2px;
			margin-left: 56px;
			margin-bottom: 4px;
			align-items: center;
			line-height: 1.125rem;
			position: relative;
			white-space: pre;
			user-select: none;
		}

		:host([light-theme]) {
			color: #4f5660;
		}

		:host([compact-mode]),
		:host([deleted]) {
			margin-left: 62px;
			margin-bottom: 0;
		}

		:host:before {
			content: '';
			display: block;
			position: absolute;
			top: 50%;
			right: 100%;
			bottom: 0;
			left: -36px;
			margin-right: 4px;
			margin-top: -1px;
			margin-left: -1px;
			margin-bottom: -2px;
			border-left: 2px solid #4f545c !important;
			border-bottom: 0 solid #4f545c !important;
			border-right: 0 solid #4f545c !important;
			border-top: 2px solid #4f545c !important;
			border-top-left-radius: 6px;
		}

		:host([light-theme]):before {
			border-color: #747f8d !important;
		}

		.discord-replied-message-avatar,
		.discord-reply-badge {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 16px;
			height: 16px;
			border-radius: 50%;
			user-select: none;
			margin-right: 0.25rem;
		}

		.discord-reply-badge {
			display: flex;
			align-items: center;
			justify-content: center;
			color: #b9bbbe;
			background: #202225;
		}

		:host([light-theme]) .discord-reply-badge {
			color: #4f5660;
			background: #e3e5e8;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.8);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-right: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			justify-content: space-between;
			display: inline-flex;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			opacity: 0.55;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.5);
		}

		:host([light-theme]) .discord-clan-tag {
			opacity: 0.65;
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			display: inline-flex;
			align-items: center;
			margin-right: 0.25rem;
			right: 0.25rem;
		}

		:host .discord-clan-tag span {
			display: inline-flex;
			align-items: center;
			user-select: none;
			-webkit-user-select: none;
			line-height: 1rem !important;
		}

		.discord-application-tag {
			background-color: hsl(235, 85.6%, 64.7%);
			color: #fff;
			font-size: 0.625rem;
			margin-right: 0.25rem;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-application-tag {
			margin-right: 0.25rem;
		}

		.discord-application-tag .discord-application-tag-verified {
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.1rem;
		}

		.discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		.discord-replied-message-username {
			flex-shrink: 0;
			font-size: inherit;
			line-height: inherit;
			margin-right: 0.25rem;
			opacity: 0.64;
			font-weight: 500;
			color: #fff;
		}

		.discord-replied-message-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		.discord-replied-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
			user-select: none;
			cursor: pointer;
		}

		.discord-replied-deleted-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-replied-message-content:hover {
			color: #fff;
		}

		:host([light-theme]) .discord-replied-message-content:hover {
			color: #000;
		}

		:host .discord-replied-message-content .discord-message-edited {
			margin-left: 0.25rem;
		}

		.discord-replied-message-content-icon {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 20px;
			height: 20px;
			margin-left: 4px;
		}
	`;#e=ve(this,o,void 0);get profile(){return this.#e}set profile(te){this.#e=te}#t=(ve(this,c),ve(this,h,"User"));get author(){return this.#t}set author(te){this.#t=te}#i=(ve(this,l),ve(this,_,void 0));get avatar(){return this.#i}set avatar(te){this.#i=te}#a=(ve(this,p),ve(this,d,!1));get bot(){return this.#a}set bot(te){this.#a=te}#r=(ve(this,n),ve(this,T,!1));get server(){return this.#r}set server(te){this.#r=te}#s=(ve(this,D),ve(this,x,!1));get officialApp(){return this.#s}set officialApp(te){this.#s=te}#o=(ve(this,y),ve(this,L,!1));get op(){return this.#o}set op(te){this.#o=te}#l=(ve(this,k),ve(this,R,!1));get verified(){return this.#l}set verified(te){this.#l=te}#n=(ve(this,ae),ve(this,Z,!1));get edited(){return this.#n}set edited(te){this.#n=te}#d=(ve(this,E),ve(this,J,void 0));get roleColor(){return this.#d}set roleColor(te){this.#d=te}#c=(ve(this,G),ve(this,N,!1));get command(){return this.#c}set command(te){this.#c=te}#h=(ve(this,w),ve(this,P,!1));get attachment(){return this.#h}set attachment(te){this.#h=te}#u=(ve(this,ce),ve(this,V,!1));get mentions(){return this.#u}set mentions(te){this.#u=te}#m=(ve(this,z),ve(this,re,void 0));get clanIcon(){return this.#m}set clanIcon(te){this.#m=te}#f=(ve(this,q),ve(this,jt,void 0));get clanTag(){return this.#f}set clanTag(te){this.#f=te}#p=(ve(this,Dt),ve(this,Ht,!1));get deleted(){return this.#p}set deleted(te){this.#p=te}#v=(ve(this,At),ve(this,It,!1));get lightTheme(){return this.#v}set lightTheme(te){this.#v=te}#g=(ve(this,Ot),ve(this,Pt,!1));get compactMode(){return this.#g}set compactMode(te){this.#g=te}resolveAvatar(te){return Ne[te]??te??Ne.default}render(){let te={author:this.author,bot:this.bot,verified:this.verified,officialApp:this.officialApp,op:this.op,server:this.server,roleColor:this.roleColor,clanIcon:this.clanIcon,clanTag:this.clanTag},I=Reflect.get(ot,this.profile)??{},oe={...te,...I,avatar:this.resolveAvatar(I.avatar??this.avatar)},yt=zr(oe.clanIcon),Bt=oe.clanTag?.slice(0,4),Yt=g`
			${O(oe.bot&&!oe.server&&!oe.officialApp,()=>g`<span class="discord-application-tag">${oe.verified?He():""}App</span>`)}
			${O(oe.server&&!oe.bot&&!oe.officialApp,()=>g`<span class="discord-application-tag">Server</span>`)}
			${O(oe.officialApp&&!oe.server&&!oe.bot,()=>g`<span class="discord-application-tag">${He()}OFFICIAL</span>`)}
		`;return g`${O(this.compactMode||this.deleted,()=>g`<div class="discord-reply-badge">${ts()}</div>`,()=>g`<img class="discord-replied-message-avatar" src="${Y(oe.avatar)}" alt="${Y(oe.author)}" />`)}
		${O(this.deleted,()=>g`<div class="discord-replied-deleted-message-content"><em>Original message was deleted</em></div>`,()=>g`${Yt}
					<span class="discord-replied-message-username" style=${qe({color:oe.roleColor})}
						>${O(this.mentions,()=>"@")}${oe.author}</span
					>
					${O(oe.clanIcon&&oe.clanTag&&oe.clanTag?.length>0,()=>g`<span class="discord-clan-tag">
								${yt==="string"?g`<img
											srcset=${Y(yt)}
											alt=${Y(Bt)}
											width="12"
											height="12"
											draggable="false"
										/>`:yt}
								<span>${Bt}</span>
							</span>`)}
					<!-- display: inline -->
					<div class="discord-replied-message-content"
						><slot></slot>${O(this.edited,()=>g`<span class="discord-message-edited">(edited)</span>`)}</div
					>
					${O(this.command,()=>ga({class:"discord-replied-message-content-icon"}),()=>O(this.attachment,()=>va({class:"discord-replied-message-content-icon"})))}`)}`}constructor(){super(...arguments),ve(this,Rt)}static{ve(e,a)}};return Nt=e})();var rh=j`
	<path d="M4.61241 0L6 0.845294L1.38759 10L0 9.15471L4.61241 0Z" fill="currentColor" />
`;function as(t={}){return g`<svg ${S(t)} class="discord-command-icon" aria-hidden="false" width="6" height="10" viewBox="0 0 6 10" fill="none">
		${rh}
	</svg>`}var sh=j`
	<path fill="currentColor" d="M2.06 7.61c-.25.95.31 1.92 1.26 2.18l4.3 1.15c.94.25 1.91-.31 2.17-1.26l1.15-4.3c.25-.94-.31-1.91-1.26-2.17l-4.3-1.15c-.94-.25-1.91.31-2.17 1.26l-1.15 4.3ZM12.98 7.87a2 2 0 0 0 1.75 2.95H20a2 2 0 0 0 1.76-2.95l-2.63-4.83a2 2 0 0 0-3.51 0l-2.63 4.83ZM5.86 13.27a.89.89 0 0 1 1.28 0l.75.77a.9.9 0 0 0 .54.26l1.06.12c.5.06.85.52.8 1.02l-.13 1.08c-.02.2.03.42.14.6l.56.92c.27.43.14 1-.28 1.26l-.9.58a.92.92 0 0 0-.37.48l-.36 1.02a.9.9 0 0 1-1.15.57l-1-.36a.89.89 0 0 0-.6 0l-1 .36a.9.9 0 0 1-1.15-.57l-.36-1.02a.92.92 0 0 0-.37-.48l-.9-.58a.93.93 0 0 1-.28-1.26l.56-.93c.11-.17.16-.38.14-.59l-.12-1.08c-.06-.5.3-.96.8-1.02l1.05-.12a.9.9 0 0 0 .54-.26l.75-.77ZM18.52 13.71a1.1 1.1 0 0 0-2.04 0l-.46 1.24c-.19.5-.57.88-1.07 1.07l-1.24.46a1.1 1.1 0 0 0 0 2.04l1.24.46c.5.19.88.57 1.07 1.07l.46 1.24c.35.95 1.7.95 2.04 0l.46-1.24c.19-.5.57-.88 1.07-1.07l1.24-.46a1.1 1.1 0 0 0 0-2.04l-1.24-.46a1.8 1.8 0 0 1-1.07-1.07l-.46-1.24Z">
	</path>
`;function rs(t={}){return g`<svg ${S(t)} class="discord-command-icon-name" aria-hidden="false" width="10" height="10" viewBox="0 0 24 24" fill="none">
		${sh}
	</svg>`}var oh=j`
	<path fill="currentColor" d="M5.3 9.3a1 1 0 0 1 1.4 0l5.3 5.29 5.3-5.3a1 1 0 1 1 1.4 1.42l-6 6a1 1 0 0 1-1.4 0l-6-6a1 1 0 0 1 0-1.42Z"></path>
`;function Pi(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">
		${oh}
	</svg>`}var lh=j`
	<path fill="color-mix( in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%" d="M12 22a10 10 0 1 0-8.45-4.64c.13.19.11.44-.04.61l-2.06 2.37A1 1 0 0 0 2.2 22H12Z" class="">
    </path>
`;function ss(t={}){return g`<svg ${S(t)} aria-hidden="false" width="16" height="16" viewBox="0 0 24 24" fill="none">${lh}</svg>`}var je=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},me=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},nh=(()=>{let t=[W("discord-command")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[],le,N=[],w=[],C,P=[],ce=[],Me,V=[],z=[],ee,re=[],q=[],pe,jt=[],Dt=[],St,Ht=[],At=[],Lt,It=[],Ot=[],Vt,Pt=[],Rt=[],Nt,te=[],I=[],oe,yt=[],Bt=[];var Yt=class extends r{static{e=this}static{let X=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({attribute:"profile"})],v=[b({attribute:"author"})],s=[b({attribute:"avatar"})],f=[b({attribute:"role-color"})],m=[b({attribute:"command"})],F=[b({attribute:"type"})],A=[b({attribute:"context-user-profile"})],$=[b({attribute:"context-user-name"})],fe=[b({attribute:"context-user-image"})],se=[b({attribute:"context-user-role-color"})],le=[b({type:Boolean,attribute:"context-user-bot"})],C=[b({type:Boolean,attribute:"context-user-bot-verified"})],Me=[b({type:Boolean,attribute:"context-command-reply"})],ee=[b({type:Boolean,attribute:"context-attachment-reply"})],pe=[b({type:String,attribute:"context-message-reply"})],St=[b({type:Boolean,attribute:"context-message-deleted"})],Lt=[b({type:Boolean,attribute:"context-user-application-official"})],Vt=[b({type:Boolean,attribute:"context-user-server"})],Nt=[ie({context:We}),b({type:Boolean,reflect:!0,attribute:"compact-mode"})],oe=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],je(this,null,u,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:H=>"profile"in H,get:H=>H.profile,set:(H,he)=>{H.profile=he}},metadata:X},o,c),je(this,null,v,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:H=>"author"in H,get:H=>H.author,set:(H,he)=>{H.author=he}},metadata:X},h,l),je(this,null,s,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:H=>"avatar"in H,get:H=>H.avatar,set:(H,he)=>{H.avatar=he}},metadata:X},_,p),je(this,null,f,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:H=>"roleColor"in H,get:H=>H.roleColor,set:(H,he)=>{H.roleColor=he}},metadata:X},d,n),je(this,null,m,{kind:"accessor",name:"command",static:!1,private:!1,access:{has:H=>"command"in H,get:H=>H.command,set:(H,he)=>{H.command=he}},metadata:X},T,D),je(this,null,F,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:H=>"type"in H,get:H=>H.type,set:(H,he)=>{H.type=he}},metadata:X},x,y),je(this,null,A,{kind:"accessor",name:"contextUserProfile",static:!1,private:!1,access:{has:H=>"contextUserProfile"in H,get:H=>H.contextUserProfile,set:(H,he)=>{H.contextUserProfile=he}},metadata:X},L,k),je(this,null,$,{kind:"accessor",name:"contextUserName",static:!1,private:!1,access:{has:H=>"contextUserName"in H,get:H=>H.contextUserName,set:(H,he)=>{H.contextUserName=he}},metadata:X},R,ae),je(this,null,fe,{kind:"accessor",name:"contextUserAvatar",static:!1,private:!1,access:{has:H=>"contextUserAvatar"in H,get:H=>H.contextUserAvatar,set:(H,he)=>{H.contextUserAvatar=he}},metadata:X},Z,E),je(this,null,se,{kind:"accessor",name:"contextUserRoleColor",static:!1,private:!1,access:{has:H=>"contextUserRoleColor"in H,get:H=>H.contextUserRoleColor,set:(H,he)=>{H.contextUserRoleColor=he}},metadata:X},J,G),je(this,null,le,{kind:"accessor",name:"contextUserBot",static:!1,private:!1,access:{has:H=>"contextUserBot"in H,get:H=>H.contextUserBot,set:(H,he)=>{H.contextUserBot=he}},metadata:X},N,w),je(this,null,C,{kind:"accessor",name:"contextUserBotVerified",static:!1,private:!1,access:{has:H=>"contextUserBotVerified"in H,get:H=>H.contextUserBotVerified,set:(H,he)=>{H.contextUserBotVerified=he}},metadata:X},P,ce),je(this,null,Me,{kind:"accessor",name:"contextCommandReply",static:!1,private:!1,access:{has:H=>"contextCommandReply"in H,get:H=>H.contextCommandReply,set:(H,he)=>{H.contextCommandReply=he}},metadata:X},V,z),je(this,null,ee,{kind:"accessor",name:"contextAttachmentReply",static:!1,private:!1,access:{has:H=>"contextAttachmentReply"in H,get:H=>H.contextAttachmentReply,set:(H,he)=>{H.contextAttachmentReply=he}},metadata:X},re,q),je(this,null,pe,{kind:"accessor",name:"contextMessageReply",static:!1,private:!1,access:{has:H=>"contextMessageReply"in H,get:H=>H.contextMessageReply,set:(H,he)=>{H.contextMessageReply=he}},metadata:X},jt,Dt),je(this,null,St,{kind:"accessor",name:"contextMessageDeleted",static:!1,private:!1,access:{has:H=>"contextMessageDeleted"in H,get:H=>H.contextMessageDeleted,set:(H,he)=>{H.contextMessageDeleted=he}},metadata:X},Ht,At),je(this,null,Lt,{kind:"accessor",name:"contextUserOfficialApplication",static:!1,private:!1,access:{has:H=>"contextUserOfficialApplication"in H,get:H=>H.contextUserOfficialApplication,set:(H,he)=>{H.contextUserOfficialApplication=he}},metadata:X},It,Ot),je(this,null,Vt,{kind:"accessor",name:"contextUserServer",static:!1,private:!1,access:{has:H=>"contextUserServer"in H,get:H=>H.contextUserServer,set:(H,he)=>{H.contextUserServer=he}},metadata:X},Pt,Rt),je(this,null,Nt,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:H=>"compactMode"in H,get:H=>H.compactMode,set:(H,he)=>{H.compactMode=he}},metadata:X},te,I),je(this,null,oe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:H=>"lightTheme"in H,get:H=>H.lightTheme,set:(H,he)=>{H.lightTheme=he}},metadata:X},yt,Bt),je(null,i={value:e},t,{kind:"class",name:e.name,metadata:X},null,a),Yt=e=i.value,X&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:X})}static styles=[is.styles,B`
			:host .discord-slash-command-name {
				color: color-mix(in oklab, hsl(200 calc(1 * 100%) 49.4% / 1) 100%, black 0%) !important;
				font-weight: 500;
				background-color: #3c4270;
				border-radius: 3px;
				display: flex;
				padding: 0 5px;
				align-items: center;
				gap: 2px;
				cursor: default;
			}

			:host .discord-slash-command-name:hover {
				color: #fffffd !important;
				background-color: #5865f2;
			}

			.discord-context-command-name {
				color: color-mix(in oklab, hsl(200 calc(1 * 100%) 49.4% / 1) 100%, black 0%) !important;
				opacity: 0.64;
				cursor: default;
				font-weight: 500;
			}

			.discord-arrow-right-icon {
				transform: rotate(267deg);
				width: 12px;
				height: 12px;
				fill: none;
				margin-right: 2px;
				margin-left: 2px;
				margin-top: 3px;
			}

			.discord-context-user {
				display: flex;
				align-items: center;
				margin-top: 3px;
			}

			.discord-message-margintop {
				margin-top: 3px;
			}

			:host .discord-message-deleted {
				color: rgb(185, 187, 190) !important;
				cursor: default;
			}

			:host .discord-replied-message-username {
				margin-right: 0;
			}

			:host([light-theme]) .discord-replied-message-username {
				color: rgb(46, 51, 56);
			}

			:host([compact-mode]) .discord-context-user {
				display: flex;
				align-items: center;
				margin: 0 !important;
			}

			:host([compact-mode]) .discord-message-margintop {
				margin-top: 0 !important;
			}
		`];#e=me(this,o,void 0);get profile(){return this.#e}set profile(X){this.#e=X}#t=(me(this,c),me(this,h,"User"));get author(){return this.#t}set author(X){this.#t=X}#i=(me(this,l),me(this,_,void 0));get avatar(){return this.#i}set avatar(X){this.#i=X}#a=(me(this,p),me(this,d,void 0));get roleColor(){return this.#a}set roleColor(X){this.#a=X}#r=(me(this,n),me(this,T,void 0));get command(){return this.#r}set command(X){this.#r=X}#s=(me(this,D),me(this,x,"slash_command"));get type(){return this.#s}set type(X){this.#s=X}#o=(me(this,y),me(this,L,void 0));get contextUserProfile(){return this.#o}set contextUserProfile(X){this.#o=X}#l=(me(this,k),me(this,R,"User"));get contextUserName(){return this.#l}set contextUserName(X){this.#l=X}#n=(me(this,ae),me(this,Z,void 0));get contextUserAvatar(){return this.#n}set contextUserAvatar(X){this.#n=X}#d=(me(this,E),me(this,J,void 0));get contextUserRoleColor(){return this.#d}set contextUserRoleColor(X){this.#d=X}#c=(me(this,G),me(this,N,!1));get contextUserBot(){return this.#c}set contextUserBot(X){this.#c=X}#h=(me(this,w),me(this,P,!1));get contextUserBotVerified(){return this.#h}set contextUserBotVerified(X){this.#h=X}#u=(me(this,ce),me(this,V,!1));get contextCommandReply(){return this.#u}set contextCommandReply(X){this.#u=X}#m=(me(this,z),me(this,re,!1));get contextAttachmentReply(){return this.#m}set contextAttachmentReply(X){this.#m=X}#f=(me(this,q),me(this,jt,void 0));get contextMessageReply(){return this.#f}set contextMessageReply(X){this.#f=X}#p=(me(this,Dt),me(this,Ht,!1));get contextMessageDeleted(){return this.#p}set contextMessageDeleted(X){this.#p=X}#v=(me(this,At),me(this,It,!1));get contextUserOfficialApplication(){return this.#v}set contextUserOfficialApplication(X){this.#v=X}#g=(me(this,Ot),me(this,Pt,!1));get contextUserServer(){return this.#g}set contextUserServer(X){this.#g=X}#_=(me(this,Rt),me(this,te,!1));get compactMode(){return this.#_}set compactMode(X){this.#_=X}#b=(me(this,I),me(this,yt,!1));get lightTheme(){return this.#b}set lightTheme(X){this.#b=X}validCommandTypes=(me(this,Bt),new Set(["user_command","message_command","slash_command"]));checkType(){if(this.type){if(typeof this.type!="string")throw new TypeError("DiscordCommand `type` prop must be a string.");if(!this.validCommandTypes.has(this.type))throw new RangeError("DiscordCommand `type` prop must be one of: 'uer_command', 'message_command' or 'slash_command'")}}resolveAvatar(X){return Ne[X]??X??Ne.default}render(){this.checkType();let X={author:this.author,bot:!1,verified:!1,server:!1,roleColor:this.roleColor},H=Reflect.get(ot,this.profile)??{},he={...X,...H,avatar:this.resolveAvatar(H.avatar??this.avatar)},wa={author:this.contextUserName,bot:this.contextUserBot,verified:this.contextUserBotVerified,server:!1,roleColor:this.contextUserRoleColor},Fi=Reflect.get(ot,this.contextUserProfile)??{},Ke={...wa,...Fi,avatar:this.resolveAvatar(Fi.avatar??this.contextUserAvatar)},ka=this.contextMessageDeleted?g`<em class="discord-message-deleted">Original message was deleted</em>`:this.contextMessageReply;return g`
			${O(this.compactMode,()=>g`<div class="discord-reply-badge">${as()}</div>`,()=>g`<img class="discord-replied-message-avatar" src="${Y(he.avatar)}" alt="${Y(he.author)}" />`)}
			<span class="discord-replied-message-username" style=${qe({color:he.roleColor??""})}>${he.author}</span>
			<span> used </span>
			${O(this.type==="slash_command",()=>g`<div class="discord-replied-message-content discord-slash-command-name">
						${rs()}<span>${this.command}</span>
					</div>`)}
			${O(this.type==="user_command",()=>g`<div class="discord-replied-message-content discord-context-command-name"><span>${this.command}</span></div>
						${Pi({class:"discord-arrow-right-icon"})}
						<div class="discord-context-user">
							${O(!this.compactMode,()=>g`<img
										class="discord-replied-message-avatar"
										src="${Y(Ke.avatar)}"
										alt="${Y(Ke.author)}"
									/>`)}
							<span class="discord-replied-message-username" style=${qe({color:Ke.roleColor??""})}
								>${Ke.author}</span
							>
						</div>`)}
			${O(this.type==="message_command",()=>g`<div class="discord-replied-message-content discord-context-command-name"><span>${this.command}</span></div>
						${Pi({class:"discord-arrow-right-icon"})}
						${O(!this.contextMessageDeleted,()=>g`<div class="discord-context-user">
									${O(!this.compactMode,()=>O(!this.contextUserOfficialApplication,()=>g`<img
													class="discord-replied-message-avatar"
													src="${Y(Ke.avatar)}"
													alt="${Y(Ke.author)}"
												/>`,()=>g`<img
													class="discord-replied-message-avatar"
													src="${Y(Ne.blue)}"
													alt="OFFICIALAPPLICATION"
												/>`))}
									${O(Ke.bot,()=>g`<span class="discord-application-tag">${Ke.verified?He():""}App</span>`,()=>O(this.contextUserServer,()=>g`<span class="discord-application-tag">SERVER</span>`,()=>O(this.contextUserOfficialApplication,()=>g`<span class="discord-application-tag">${He()}OFFICIAL</span>`)))}
									<span class="discord-replied-message-username" style=${qe({color:Ke.roleColor??""})}
										>${Ke.author}</span
									><span></span>
								</div>`,()=>O(this.contextMessageDeleted,()=>ss({class:"discord-message-margintop",style:"margin-right: 3px;"})))}
						<div class="discord-replied-message-content discord-message-margintop">${ka}</div>
						${O(this.contextCommandReply&&!this.contextMessageDeleted,()=>ga({class:"discord-replied-message-content-icon discord-message-margintop"}),()=>O(this.contextAttachmentReply,()=>va({class:"discord-replied-message-content-icon discord-message-margintop"})))} `)}
		`}static{me(e,a)}};return Yt=e})();var Ri=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ct=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},dh=(()=>{let t=[W("discord-custom-emoji")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[];var F=class extends r{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b({attribute:!1})],f=[b({type:Boolean,attribute:"embed-emoji"})],m=[b({type:Boolean,attribute:"jumbo"})],Ri(this,null,u,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:y=>"name"in y,get:y=>y.name,set:(y,A)=>{y.name=A}},metadata:x},o,c),Ri(this,null,v,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:y=>"url"in y,get:y=>y.url,set:(y,A)=>{y.url=A}},metadata:x},h,l),Ri(this,null,s,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:y=>"customEmojisMap"in y,get:y=>y.customEmojisMap,set:(y,A)=>{y.customEmojisMap=A}},metadata:x},_,p),Ri(this,null,f,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:y=>"embedEmoji"in y,get:y=>y.embedEmoji,set:(y,A)=>{y.embedEmoji=A}},metadata:x},d,n),Ri(this,null,m,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:y=>"jumbo"in y,get:y=>y.jumbo,set:(y,A)=>{y.jumbo=A}},metadata:x},T,D),Ri(null,i={value:e},t,{kind:"class",name:e.name,metadata:x},null,a),F=e=i.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=B`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=ct(this,o,void 0);get name(){return this.#e}set name(x){this.#e=x}#t=(ct(this,c),ct(this,h,void 0));get url(){return this.#t}set url(x){this.#t=x}#i=(ct(this,l),ct(this,_,{}));get customEmojisMap(){return this.#i}set customEmojisMap(x){this.#i=x}#a=(ct(this,p),ct(this,d,void 0));get embedEmoji(){return this.#a}set embedEmoji(x){this.#a=x}#r=(ct(this,n),ct(this,T,void 0));get jumbo(){return this.#r}set jumbo(x){this.#r=x}willUpdate(){if(!this.url&&this.name){let x=Vi(this.name)??this.customEmojisMap[this.name];x&&(this.url??=x.url??"",this.embedEmoji??=x.embedEmoji??!1)}}render(){let x=`:${this.name}:`;return g`<span
			class=${ue({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${x}
				src=${Y(this.url)}
				alt=${x}
				draggable="false"
				class=${ue({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),ct(this,D)}static{ct(e,a)}};return F=e})();var et=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ze=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},ch=(()=>{let t=[W("discord-embed")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[],le,N=[],w=[],C,P=[],ce=[];var Me=class extends r{static{e=this}static{let V=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b({attribute:"author-name"})],s=[b({attribute:"author-image"})],f=[b({attribute:"author-url"})],m=[b({attribute:"embed-title"})],F=[b({attribute:!1})],A=[b()],$=[b()],fe=[b()],se=[b()],le=[b()],C=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],et(this,null,u,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:z=>"color"in z,get:z=>z.color,set:(z,ee)=>{z.color=ee}},metadata:V},o,c),et(this,null,v,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:z=>"authorName"in z,get:z=>z.authorName,set:(z,ee)=>{z.authorName=ee}},metadata:V},h,l),et(this,null,s,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:z=>"authorImage"in z,get:z=>z.authorImage,set:(z,ee)=>{z.authorImage=ee}},metadata:V},_,p),et(this,null,f,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:z=>"authorUrl"in z,get:z=>z.authorUrl,set:(z,ee)=>{z.authorUrl=ee}},metadata:V},d,n),et(this,null,m,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:z=>"embedTitle"in z,get:z=>z.embedTitle,set:(z,ee)=>{z.embedTitle=ee}},metadata:V},T,D),et(this,null,F,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:z=>"embedEmojisMap"in z,get:z=>z.embedEmojisMap,set:(z,ee)=>{z.embedEmojisMap=ee}},metadata:V},x,y),et(this,null,A,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:z=>"url"in z,get:z=>z.url,set:(z,ee)=>{z.url=ee}},metadata:V},L,k),et(this,null,$,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:z=>"thumbnail"in z,get:z=>z.thumbnail,set:(z,ee)=>{z.thumbnail=ee}},metadata:V},R,ae),et(this,null,fe,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:z=>"image"in z,get:z=>z.image,set:(z,ee)=>{z.image=ee}},metadata:V},Z,E),et(this,null,se,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:z=>"video"in z,get:z=>z.video,set:(z,ee)=>{z.video=ee}},metadata:V},J,G),et(this,null,le,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:z=>"provider"in z,get:z=>z.provider,set:(z,ee)=>{z.provider=ee}},metadata:V},N,w),et(this,null,C,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:z=>"lightTheme"in z,get:z=>z.lightTheme,set:(z,ee)=>{z.lightTheme=ee}},metadata:V},P,ce),et(null,i={value:e},t,{kind:"class",name:e.name,metadata:V},null,a),Me=e=i.value,V&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:V})}static styles=B`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=ze(this,o,void 0);get color(){return this.#e}set color(V){this.#e=V}#t=(ze(this,c),ze(this,h,void 0));get authorName(){return this.#t}set authorName(V){this.#t=V}#i=(ze(this,l),ze(this,_,void 0));get authorImage(){return this.#i}set authorImage(V){this.#i=V}#a=(ze(this,p),ze(this,d,void 0));get authorUrl(){return this.#a}set authorUrl(V){this.#a=V}#r=(ze(this,n),ze(this,T,void 0));get embedTitle(){return this.#r}set embedTitle(V){this.#r=V}#s=(ze(this,D),ze(this,x,{}));get embedEmojisMap(){return this.#s}set embedEmojisMap(V){this.#s=V}#o=(ze(this,y),ze(this,L,void 0));get url(){return this.#o}set url(V){this.#o=V}#l=(ze(this,k),ze(this,R,void 0));get thumbnail(){return this.#l}set thumbnail(V){this.#l=V}#n=(ze(this,ae),ze(this,Z,void 0));get image(){return this.#n}set image(V){this.#n=V}#d=(ze(this,E),ze(this,J,void 0));get video(){return this.#d}set video(V){this.#d=V}#c=(ze(this,G),ze(this,N,void 0));get provider(){return this.#c}set provider(V){this.#c=V}#h=(ze(this,w),ze(this,P,!1));get lightTheme(){return this.#h}set lightTheme(V){this.#h=V}render(){let V=this.parseTitle(this.authorName),z=this.parseTitle(this.embedTitle);return g`<div style=${qe({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${O(this.provider,()=>g`<div class="discord-embed-provider">${this.provider}</div>`)}
						${O(V,()=>g`<div class="discord-embed-author">
									${O(this.authorImage,()=>g`<img src=${Y(this.authorImage)} alt="" class="discord-author-image" />`)}
									${O(this.authorUrl,()=>g`<a
												href=${Y(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${V}</span>
											</a>`,()=>g`<span class="discord-embed-author-block">${V}</span>`)}
								</div>`)}
						${O(z,()=>g`<div class="discord-embed-title">
									${this.url?g`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${z} </a>`:g`${z}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${O(this.image||this.video,()=>g`<div class=${ue({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${O(this.thumbnail,()=>g`<img src=${Y(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?g`
				<video
					controls
					muted
					preload="none"
					poster=${Y(this.image)}
					src=${Y(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${Y(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?g`<img src=${Y(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(V){if(!V)return null;let z=[],ee="";for(let re of V.split(`
`)){for(let q of re.split(" ")){let pe=Vi(q)??this.embedEmojisMap[q]??{};pe.name?z.push(g`<discord-custom-emoji name=${pe.name} url=${Y(pe.url)} embed-emoji></discord-custom-emoji>`):ee+=`${q} `,ee===" "&&z.push(g`<br />`)}z.push(ee),ee=""}return z.map(re=>typeof re=="string"?g`<span>${re}</span>`:re)}constructor(){super(...arguments),ze(this,ce)}static{ze(e,a)}};return Me=e})();var hh=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},uh=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},mh=(()=>{let t=[W("discord-embed-description")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;hh(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return g`<slot></slot>`}static{uh(e,a)}};return u=e})();var Ni=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ht=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},fh=(()=>{let t=[W("discord-embed-field")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[];var F=class extends r{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({reflect:!0,attribute:"field-title"})],v=[b({attribute:!1})],s=[b({type:Boolean,reflect:!0,attribute:"inline"})],f=[b({type:Number,reflect:!0,attribute:"inline-index"})],m=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Ni(this,null,u,{kind:"accessor",name:"fieldTitle",static:!1,private:!1,access:{has:y=>"fieldTitle"in y,get:y=>y.fieldTitle,set:(y,A)=>{y.fieldTitle=A}},metadata:x},o,c),Ni(this,null,v,{kind:"accessor",name:"embedFieldEmojisMap",static:!1,private:!1,access:{has:y=>"embedFieldEmojisMap"in y,get:y=>y.embedFieldEmojisMap,set:(y,A)=>{y.embedFieldEmojisMap=A}},metadata:x},h,l),Ni(this,null,s,{kind:"accessor",name:"inline",static:!1,private:!1,access:{has:y=>"inline"in y,get:y=>y.inline,set:(y,A)=>{y.inline=A}},metadata:x},_,p),Ni(this,null,f,{kind:"accessor",name:"inlineIndex",static:!1,private:!1,access:{has:y=>"inlineIndex"in y,get:y=>y.inlineIndex,set:(y,A)=>{y.inlineIndex=A}},metadata:x},d,n),Ni(this,null,m,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:y=>"lightTheme"in y,get:y=>y.lightTheme,set:(y,A)=>{y.lightTheme=A}},metadata:x},T,D),Ni(null,i={value:e},t,{kind:"class",name:e.name,metadata:x},null,a),F=e=i.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=B`
		:host {
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			font-weight: 400;
			grid-column: 1/13;
			word-break: break-word;
		}

		:host .discord-field-title {
			color: #ffffff;
			font-weight: 600;
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			margin-bottom: 2px;
		}

		:host .discord-inline-field {
			flex-grow: 1;
			flex-basis: auto;
			min-width: 150px;
		}

		:host([light-theme]) .discord-field-title {
			color: #313338;
		}
	`;#e=ht(this,o,void 0);get fieldTitle(){return this.#e}set fieldTitle(x){this.#e=x}#t=(ht(this,c),ht(this,h,{}));get embedFieldEmojisMap(){return this.#t}set embedFieldEmojisMap(x){this.#t=x}#i=(ht(this,l),ht(this,_,!1));get inline(){return this.#i}set inline(x){this.#i=x}#a=(ht(this,p),ht(this,d,void 0));get inlineIndex(){return this.#a}set inlineIndex(x){this.#a=x}#r=(ht(this,n),ht(this,T,!1));get lightTheme(){return this.#r}set lightTheme(x){this.#r=x}validInlineIndices=(ht(this,D),new Set([1,2,3]));checkInlineIndex(){if(this.inlineIndex){let x=Number(this.inlineIndex);if(!Number.isNaN(x)&&!this.validInlineIndices.has(x))throw new RangeError("DiscordEmbedField `inlineIndex` prop must be one of: 1, 2, or 3")}}render(){this.checkInlineIndex();let x=this.parseTitle(this.fieldTitle),y=O(x,()=>g`<div class="discord-field-title">${[...x]}</div>`);return g`${y}<slot></slot>`}parseTitle(x){if(!x)return null;let y=[],A="";for(let L of x.split(`
`)){for(let k of L.split(" ")){let $=Vi(k)??this.embedFieldEmojisMap[k]??{};$.name?y.push(g`<discord-custom-emoji name=${$.name} url=${Y($.url)} embed-emoji></discord-custom-emoji>`):A+=`${k} `,A===" "&&y.push(g`<br />`)}y.push(A),A=""}return y.map(L=>typeof L=="string"?g`<span>${L}</span>`:L)}static{ht(e,a)}};return F=e})();var ph=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},vh=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},gh=(()=>{let t=[W("discord-embed-fields")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;ph(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host {
			display: grid;
			grid-column: 1/1;
			margin-top: 8px;
			grid-gap: 8px;
		}

		::slotted([inline-index='1']) {
			grid-column: 1/5 !important;
		}

		::slotted([inline-index='2']) {
			grid-column: 5/9 !important;
		}

		::slotted([inline-index='3']) {
			grid-column: 9/13 !important;
		}
	`;render(){return g`<slot></slot>`}static{vh(e,a)}};return u=e})();var _a=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Tt=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},_h=(()=>{let t=[W("discord-embed-footer")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[];var m=class extends r{static{e=this}static{let T=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({attribute:"footer-image"})],v=[b({attribute:"footer-image-alt"})],s=[b({type:String,reflect:!0,converter:D=>Wt(D),attribute:!0})],f=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],_a(this,null,u,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:D=>"footerImage"in D,get:D=>D.footerImage,set:(D,F)=>{D.footerImage=F}},metadata:T},o,c),_a(this,null,v,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:D=>"footerImageAlt"in D,get:D=>D.footerImageAlt,set:(D,F)=>{D.footerImageAlt=F}},metadata:T},h,l),_a(this,null,s,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:D=>"timestamp"in D,get:D=>D.timestamp,set:(D,F)=>{D.timestamp=F}},metadata:T},_,p),_a(this,null,f,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:D=>"lightTheme"in D,get:D=>D.lightTheme,set:(D,F)=>{D.lightTheme=F}},metadata:T},d,n),_a(null,i={value:e},t,{kind:"class",name:e.name,metadata:T},null,a),m=e=i.value,T&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:T})}static styles=B`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=Tt(this,o,void 0);get footerImage(){return this.#e}set footerImage(T){this.#e=T}#t=(Tt(this,c),Tt(this,h,void 0));get footerImageAlt(){return this.#t}set footerImageAlt(T){this.#t=T}#i=(Tt(this,l),Tt(this,_,void 0));get timestamp(){return this.#i}set timestamp(T){this.#i=T}#a=(Tt(this,p),Tt(this,d,!1));get lightTheme(){return this.#a}set lightTheme(T){this.#a=T}updateTimestamp(T){T&&!Number.isNaN(new Date(T).getTime())&&(this.timestamp=Wt(T))}render(){return this.updateTimestamp(this.timestamp),g`${O(this.footerImage,()=>g`<img src=${Y(this.footerImage)} alt=${Y(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${O(this.timestamp,()=>g`<span class="discord-footer-separator">&bull;</span>`)}
			${O(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),Tt(this,n)}static{Tt(e,a)}};return m=e})();var bh=j`
	<path
	fill="#939bf9"
	d="m72 29.3v60.3c0 2.24 0 3.36-.44 4.22-.38.74-1 1.36-1.74 1.74-.86.44-1.98.44-4.22.44h-59.2c-2.24 0-3.36 0-4.22-.44-.74-.38-1.36-1-1.74-1.74-.44-.86-.44-1.98-.44-4.22v-83.2c0-2.24 0-3.36.44-4.22.38-.74 1-1.36 1.74-1.74.86-.44 1.98-.44 4.22-.44h36.3c1.96 0 2.94 0 3.86.22.5.12.98.28 1.44.5v16.88c0 2.24 0 3.36.44 4.22.38.74 1 1.36 1.74 1.74.86.44 1.98.44 4.22.44h16.88c.22.46.38.94.5 1.44.22.92.22 1.9.22 3.86z" fill="#d3d6fd"/><path d="m68.26 20.26c1.38 1.38 2.06 2.06 2.56 2.88.18.28.32.56.46.86h-16.88c-2.24 0-3.36 0-4.22-.44-.74-.38-1.36-1-1.74-1.74-.44-.86-.44-1.98-.44-4.22v-16.880029c.3.14.58.28.86.459999.82.5 1.5 1.18 2.88 2.56z" />
`;function os(t={}){return g`<svg ${S(t)} aria-hidden="false" fill="none" width="72" height="96" viewBox="0 0 72 96">${bh}</svg>`}var Ct=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Be=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},yh=(()=>{let t=[W("discord-file-attachment")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[];var fe=class extends r{static{e=this}static{let Z=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b({type:Number})],s=[b({attribute:"bytes-unit"})],f=[b()],m=[b()],F=[b()],A=[b()],$=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Ct(this,null,u,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:E=>"name"in E,get:E=>E.name,set:(E,se)=>{E.name=se}},metadata:Z},o,c),Ct(this,null,v,{kind:"accessor",name:"bytes",static:!1,private:!1,access:{has:E=>"bytes"in E,get:E=>E.bytes,set:(E,se)=>{E.bytes=se}},metadata:Z},h,l),Ct(this,null,s,{kind:"accessor",name:"bytesUnit",static:!1,private:!1,access:{has:E=>"bytesUnit"in E,get:E=>E.bytesUnit,set:(E,se)=>{E.bytesUnit=se}},metadata:Z},_,p),Ct(this,null,f,{kind:"accessor",name:"href",static:!1,private:!1,access:{has:E=>"href"in E,get:E=>E.href,set:(E,se)=>{E.href=se}},metadata:Z},d,n),Ct(this,null,m,{kind:"accessor",name:"rel",static:!1,private:!1,access:{has:E=>"rel"in E,get:E=>E.rel,set:(E,se)=>{E.rel=se}},metadata:Z},T,D),Ct(this,null,F,{kind:"accessor",name:"target",static:!1,private:!1,access:{has:E=>"target"in E,get:E=>E.target,set:(E,se)=>{E.target=se}},metadata:Z},x,y),Ct(this,null,A,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:E=>"type"in E,get:E=>E.type,set:(E,se)=>{E.type=se}},metadata:Z},L,k),Ct(this,null,$,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:E=>"lightTheme"in E,get:E=>E.lightTheme,set:(E,se)=>{E.lightTheme=se}},metadata:Z},R,ae),Ct(null,i={value:e},t,{kind:"class",name:e.name,metadata:Z},null,a),fe=e=i.value,Z&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:Z})}static styles=B`
		:host {
			display: grid;
			height: -moz-fit-content;
			height: fit-content;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			grid-template-columns: repeat(auto-fill, minmax(100%, 1fr));
			text-indent: 0;
			min-height: 0;
			min-width: 0;
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
			position: relative;
		}

		:host > * {
			justify-self: start;
			align-self: start;
		}

		.discord-file-attachment-non-visual-media-item-container:hover .discord-button-download-attachment {
			display: block !important;
		}

		.discord-button-download-attachment {
			display: none;
			position: absolute;
			top: -8px;
			right: -8px;
			border-radius: 5px;
			outline: color-mix(in oklab, hsl(220 calc(1 * 6.5%) 18% / 1) 100%, black 0%);
			background-color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%);
		}

		.discord-link-download-attachment {
			color: color-mix(in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%);
			display: flex;
		}

		.discord-icon-download {
			padding: 6px;
		}

		.discord-file-attachment-non-visual-media-item-container {
			margin-top: 8px;
			max-width: 100%;
			display: flex;
			flex-direction: column;
			position: relative;
		}

		.discord-file-attachment-non-visual-media-item {
			width: -moz-fit-content;
			width: fit-content;
			max-width: 100%;
		}

		.discord-file-attachment-mosaic-item-media {
			position: relative;
			max-height: inherit;
			border-radius: 2px;
			width: 100%;
			align-items: center;
			display: flex;
			flex-flow: row nowrap;
			max-width: 100%;
			height: 100%;
		}

		.discord-file-attachment-mosaic-style {
			padding: 16px;
			border-radius: 8px;
			width: 432px;
			max-width: 100%;
			flex: auto;
			border-color: #202020;
			background-color: #282828;

			align-items: center;
			flex-direction: row;
			display: flex;
			box-sizing: border-box;
			letter-spacing: 0;
			border: 1px solid transparent;
		}

		.discord-file-attachment-light-theme.discord-file-attachment-mosaic-style {
			border-color: #f3f3f3;
			background-color: #f9f9f9;
		}

		.discord-file-attachment-icon {
			width: 30px;
			height: 40px;
			margin-right: 8px;
			flex-shrink: 0;
		}

		.discord-file-attachment-inner {
			flex: 1;
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
		}

		.discord-file-attachment-filename-link-wrapper {
			color: #00aff4;
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
		}

		.discord-file-attachment-metadata {
			line-height: 16px;
			font-size: 12px;
			font-weight: 400;
			color: hsl(223 calc(1 * 5.8%) 52.9% / 1);
			margin-right: 8px;
		}
	`;#e=Be(this,o,void 0);get name(){return this.#e}set name(Z){this.#e=Z}#t=(Be(this,c),Be(this,h,void 0));get bytes(){return this.#t}set bytes(Z){this.#t=Z}#i=(Be(this,l),Be(this,_,void 0));get bytesUnit(){return this.#i}set bytesUnit(Z){this.#i=Z}#a=(Be(this,p),Be(this,d,void 0));get href(){return this.#a}set href(Z){this.#a=Z}#r=(Be(this,n),Be(this,T,void 0));get rel(){return this.#r}set rel(Z){this.#r=Z}#s=(Be(this,D),Be(this,x,void 0));get target(){return this.#s}set target(Z){this.#s=Z}#o=(Be(this,y),Be(this,L,void 0));get type(){return this.#o}set type(Z){this.#o=Z}#l=(Be(this,k),Be(this,R,!1));get lightTheme(){return this.#l}set lightTheme(Z){this.#l=Z}render(){return g`<div class="discord-file-attachment-non-visual-media-item-container">
			<div class="discord-file-attachment-non-visual-media-item">
				<div class="discord-file-attachment-mosaic-item-media">
					<div class=${ue({"discord-file-attachment-mosaic-style":!0,"discord-file-attachment-light-theme":this.lightTheme})}>
						${os({class:"discord-file-attachment-icon",alt:"Attachment file type: unknown",title:"unknown"})}
						<div class="discord-file-attachment-inner">
							<div class="discord-file-attachment-filename-link-wrapper">
								<discord-link
									href=${Y(this.href)}
									rel=${Y(this.rel)}
									target=${Y(this.target)}
									type=${Y(this.type)}
								>
									${this.name}
								</discord-link>
							</div>
							<div class="discord-file-attachment-metadata">
								${this.bytes}${O(this.bytesUnit,()=>g` ${this.bytesUnit}`,()=>null)}
							</div>
						</div>
					</div>
				</div>
			</div>
			<div class="discord-button-download-attachment">
				<a
					class="discord-link-download-attachment"
					aria-label="Download"
					href="${Y(this.href)}"
					rel="noreferrer noopener"
					target="_blank"
					role="button"
					tabindex="0"
				>
					${ti()}
				</a>
			</div>
		</div>`}constructor(){super(...arguments),Be(this,ae)}static{Be(e,a)}};return fe=e})();var Bi=(t,i,a)=>{for(let e of i)if(e[0]===t)return(0,e[1])();return a?.()};var ml=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ls=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},xh=(()=>{let t=[W("discord-header")],i,a=[],e,r=U,u,o=[],c=[];var v=class extends r{static{e=this}static{let h=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Number,reflect:!0})],ml(this,null,u,{kind:"accessor",name:"level",static:!1,private:!1,access:{has:l=>"level"in l,get:l=>l.level,set:(l,s)=>{l.level=s}},metadata:h},o,c),ml(null,i={value:e},t,{kind:"class",name:e.name,metadata:h},null,a),v=e=i.value,h&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:h})}static styles=B`
		:host > * {
			margin: 16px 0 8px;
			font-weight: 700;
			line-height: 1.375em;
		}

		:host([level='1']) > h1 {
			font-size: 1.5rem;
		}

		:host([level='2']) > h2 {
			font-size: 1.25rem;
		}

		:host([level='3']) > h3 {
			font-size: 1rem;
		}

		:host([level='1']):first-child() > h1,
		:host([level='2']):first-child() > h2 {
			margin-top: 8px;
		}

		:host([level='3']):first-child() > h3 {
			margin-top: 4px;
		}
	`;#e=ls(this,o,1);get level(){return this.#e}set level(h){this.#e=h}ensureLevelIsNumber(){this.level&&!Number.isNaN(this.level)&&(this.level=Number(this.level))}checkLevel(){if(this.level<1||this.level>3)throw new RangeError("The level property must be a number between 1 and 3 (inclusive)")}render(){return this.ensureLevelIsNumber(),this.checkLevel(),Bi(this.level,[[1,()=>g`<h1><slot></slot></h1>`],[2,()=>g`<h2><slot></slot></h2>`],[3,()=>g`<h3><slot></slot></h3>`]],()=>g`<slot></slot>`)}constructor(){super(...arguments),ls(this,c)}static{ls(e,a)}};return v=e})();var Ui=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ut=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},zh=(()=>{let t=[W("discord-image-attachment")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[];var F=class extends r{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({reflect:!0,attribute:"url"})],v=[b({type:Number,reflect:!0,attribute:"height"})],s=[b({type:Number,reflect:!0,attribute:"width"})],f=[b({reflect:!0,attribute:"alt"})],m=[b({type:Boolean,attribute:"custom-image-element"})],Ui(this,null,u,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:y=>"url"in y,get:y=>y.url,set:(y,A)=>{y.url=A}},metadata:x},o,c),Ui(this,null,v,{kind:"accessor",name:"height",static:!1,private:!1,access:{has:y=>"height"in y,get:y=>y.height,set:(y,A)=>{y.height=A}},metadata:x},h,l),Ui(this,null,s,{kind:"accessor",name:"width",static:!1,private:!1,access:{has:y=>"width"in y,get:y=>y.width,set:(y,A)=>{y.width=A}},metadata:x},_,p),Ui(this,null,f,{kind:"accessor",name:"alt",static:!1,private:!1,access:{has:y=>"alt"in y,get:y=>y.alt,set:(y,A)=>{y.alt=A}},metadata:x},d,n),Ui(this,null,m,{kind:"accessor",name:"customImageElement",static:!1,private:!1,access:{has:y=>"customImageElement"in y,get:y=>y.customImageElement,set:(y,A)=>{y.customImageElement=A}},metadata:x},T,D),Ui(null,i={value:e},t,{kind:"class",name:e.name,metadata:x},null,a),F=e=i.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=B`
		:host {
			display: block;
			position: relative;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			overflow: hidden;
			border-radius: 3px;
		}

		.discord-image-attachment {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}
	`;#e=ut(this,o,void 0);get url(){return this.#e}set url(x){this.#e=x}#t=(ut(this,c),ut(this,h,void 0));get height(){return this.#t}set height(x){this.#t=x}#i=(ut(this,l),ut(this,_,void 0));get width(){return this.#i}set width(x){this.#i=x}#a=(ut(this,p),ut(this,d,"discord image attachment"));get alt(){return this.#a}set alt(x){this.#a=x}#r=(ut(this,n),ut(this,T,!1));get customImageElement(){return this.#r}set customImageElement(x){this.#r=x}componentWillRender(){this.customImageElement||ul(this.url)}render(){return g`
			<div class="discord-image-attachment">
				<div class="discord-image-wrapper" style="${qe({height:`${this.height}px`,width:`${this.width}px`})}">
					${O(this.customImageElement,()=>g`<slot></slot>`,()=>g`<img
								alt=${Y(this.alt)}
								src=${Y(this.url)}
								height=${Y(this.height)}
								width=${Y(this.width)}
							/>`)}
				</div>
			</div>
		`}constructor(){super(...arguments),ut(this,D)}static{ut(e,a)}};return F=e})();var tt=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},we=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},kr=(()=>{let t=[W("discord-input-text")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[],le,N=[],w=[],C,P=[],ce=[];var Me=class extends r{static{e=this}static{let V=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({reflect:!0,attribute:"type",type:String})],v=[b({reflect:!0,attribute:"required",type:Boolean})],s=[b({reflect:!0,attribute:"label",type:String})],f=[b({reflect:!0,attribute:"placeholder",type:String})],m=[b({reflect:!0,attribute:"min-length",type:Number})],F=[b({reflect:!0,attribute:"max-length",type:Number})],A=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],$=[b({type:String,reflect:!0,attribute:"default-value"})],fe=[Re()],se=[Re()],le=[Re()],C=[Re()],tt(this,null,u,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:z=>"type"in z,get:z=>z.type,set:(z,ee)=>{z.type=ee}},metadata:V},o,c),tt(this,null,v,{kind:"accessor",name:"required",static:!1,private:!1,access:{has:z=>"required"in z,get:z=>z.required,set:(z,ee)=>{z.required=ee}},metadata:V},h,l),tt(this,null,s,{kind:"accessor",name:"label",static:!1,private:!1,access:{has:z=>"label"in z,get:z=>z.label,set:(z,ee)=>{z.label=ee}},metadata:V},_,p),tt(this,null,f,{kind:"accessor",name:"placeholder",static:!1,private:!1,access:{has:z=>"placeholder"in z,get:z=>z.placeholder,set:(z,ee)=>{z.placeholder=ee}},metadata:V},d,n),tt(this,null,m,{kind:"accessor",name:"minLength",static:!1,private:!1,access:{has:z=>"minLength"in z,get:z=>z.minLength,set:(z,ee)=>{z.minLength=ee}},metadata:V},T,D),tt(this,null,F,{kind:"accessor",name:"maxLength",static:!1,private:!1,access:{has:z=>"maxLength"in z,get:z=>z.maxLength,set:(z,ee)=>{z.maxLength=ee}},metadata:V},x,y),tt(this,null,A,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:z=>"lightTheme"in z,get:z=>z.lightTheme,set:(z,ee)=>{z.lightTheme=ee}},metadata:V},L,k),tt(this,null,$,{kind:"accessor",name:"defaultValue",static:!1,private:!1,access:{has:z=>"defaultValue"in z,get:z=>z.defaultValue,set:(z,ee)=>{z.defaultValue=ee}},metadata:V},R,ae),tt(this,null,fe,{kind:"accessor",name:"value",static:!1,private:!1,access:{has:z=>"value"in z,get:z=>z.value,set:(z,ee)=>{z.value=ee}},metadata:V},Z,E),tt(this,null,se,{kind:"accessor",name:"hasWarning",static:!1,private:!1,access:{has:z=>"hasWarning"in z,get:z=>z.hasWarning,set:(z,ee)=>{z.hasWarning=ee}},metadata:V},J,G),tt(this,null,le,{kind:"accessor",name:"calculatedMaxLength",static:!1,private:!1,access:{has:z=>"calculatedMaxLength"in z,get:z=>z.calculatedMaxLength,set:(z,ee)=>{z.calculatedMaxLength=ee}},metadata:V},N,w),tt(this,null,C,{kind:"accessor",name:"calculatedCharactersCount",static:!1,private:!1,access:{has:z=>"calculatedCharactersCount"in z,get:z=>z.calculatedCharactersCount,set:(z,ee)=>{z.calculatedCharactersCount=ee}},metadata:V},P,ce),tt(null,i={value:e},t,{kind:"class",name:e.name,metadata:V},null,a),Me=e=i.value,V&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:V})}static styles=B`
		.discord-input-text {
			width: 100%;
			margin-bottom: 1em;
		}

		.discord-label-input-text {
			margin-bottom: 8px;
			font-size: 12px;
			line-height: 1.3333333333333333;
			font-weight: 700;
			text-transform: uppercase;
			letter-spacing: 0.02em;
			color: color-mix(in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%);
		}

		.discord-text-input-warning-length {
			display: flex;
			align-items: center;
			font-size: 12px;
			line-height: 1.3333333333333333;
			font-weight: 700;
			text-transform: normal !important;
			letter-spacing: 0.02em;
			color: #b0b5bc;
			gap: 3px;
		}

		.discord-text-input-warning-error-text {
			font-size: 12px;
			font-weight: 500;
			font-style: italic;
			text-transform: none;
		}

		.discord-text-input-warning-bottom-error-text {
			font-size: 12px;
			line-height: 1.3333333333333333;
			font-weight: 400;
		}

		.discord-text-input-required {
			padding-left: 4px;
			color: hsl(359 calc(1 * 87.3%) 59.8% / 1);
		}

		.discord-text-input-container {
			width: 100%;
			display: flex;
			flex-direction: column;
			position: relative;
		}

		.discord-text-input-paragraph {
			width: 100%;
			resize: none;
			box-sizing: border-box;
			height: 83px;
			padding: 8px 38.92px 8px 8px;
			border-radius: 3px;
			border: medium;
			background-color: #1e1f22;
			color: #b0b5bc;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
		}

		.discord-text-input-short {
			width: 100%;
			resize: none;
			box-sizing: border-box;
			height: 40px;
			padding: 8px 38.92px 8px 8px;
			border-radius: 3px;
			border: medium;
			background-color: #1e1f22;
			color: #b0b5bc;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
		}

		input,
		textarea,
		::placeholder {
			font-weight: 400;
			font-size: 16px;
			color: #b0b5bc;
			opacity: 0.8;
		}

		.discord-text-input-paragraph::-webkit-scrollbar {
			width: 8px;
			margin-right: 5px;
			background-color: transparent;
		}

		.discord-text-input-paragraph::-webkit-scrollbar-track {
			background-color: rgba(255, 255, 255, 0.2);
			margin-right: 1em auto;
			border-radius: 10px;
		}

		.discord-text-input-paragraph::-webkit-scrollbar-thumb {
			border-radius: 10px;
			background-color: rgba(0, 0, 0, 0.5);
			margin-right: 1em auto;
		}

		.discord-text-input-textarea-max-length {
			font-size: small;
			position: absolute;
			display: flex;
			color: #b0b5bc;
			right: 0;
			bottom: 0;
			padding-right: 16px;
		}

		:host .discord-text-input-warning-length * {
			color: color-mix(in oklab, hsl(358 calc(1 * 92.9%) 72.4% / 1) 100%, black 0%) !important;
		}

		:host([light-theme]) .discord-text-input-warning-length * {
			color: color-mix(in oklab, hsl(360 calc(1 * 60.2%) 39.4% / 1) 100%, black 0%) !important;
		}

		:host([light-theme]) .discord-text-input-short,
		:host([light-theme]) .discord-label-input-text {
			color: color-mix(in oklab, hsl(228 calc(1 * 6%) 32.5% / 1) 100%, black 0%);
		}

		:host([light-theme]) .discord-text-input-paragraph,
		:host([light-theme]) .discord-text-input-short {
			background-color: rgb(253, 253, 253);
			border: 1px solid #b0b5bc;
		}

		:host([light-theme]) input,
		:host([light-theme]) textarea,
		:host([light-theme]) ::placeholder {
			font-weight: 400;
			font-size: 16px;
			color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%);
			opacity: 0.8;
		}

		.discord-text-input-message-needed-input,
		.discord-text-input-message-needed-min-length {
			background-color: white;
			position: absolute;
			align-items: center;
			gap: 5px;
			left: 50%;
			transform: translateX(-50%);
			opacity: 0;
			display: none;
			transition: 0.5s;
			color: black;
			border-radius: 5px;
			text-align: center;
			font-family: system-ui;
			pointer-events: none;
			padding: 10px;
			min-width: 50%;
			border: black solid 1px;
			z-index: 25;
		}

		.discord-text-input-message-needed-input::after,
		.discord-text-input-message-needed-min-length::after {
			content: '';
			position: absolute;
			bottom: 100%; /* Positions the arrow above the div */
			left: 0;
			transform: translateX(50%);
			border-width: 10px !important; /* Arrow size */
			border-style: solid !important;
			border-color: transparent transparent white transparent !important; /* Arrow pointing up */
		}

		:host([light-theme]) .discord-text-input-message-needed-input::after,
		:host([light-theme]) .discord-text-input-message-needed-min-length::after {
			border-color: transparent transparent #bfbfbf transparent !important; /* Arrow pointing up */
		}

		.discord-text-input-message-needed-min-length::after {
			transform: translate(500%);
		}

		.discord-text-input-message-needed-min-length {
			left: 50% !important;
			width: max-content;
		}

		.icon {
			width: 25px;
			height: 25px;
			background-color: darkorange;
			border-radius: 5px;
			position: relative;
			display: flex;
			justify-content: center;
			align-items: center;
			color: white;
			font-weight: bold;
			font-size: 18px;
			line-height: 1;
			text-align: center;
		}

		.exclamation {
			display: flex;
			flex-direction: column;
			align-items: center;
			line-height: 1;
		}
	`;#e=we(this,o,"paragraph");get type(){return this.#e}set type(V){this.#e=V}#t=(we(this,c),we(this,h,!1));get required(){return this.#t}set required(V){this.#t=V}#i=(we(this,l),we(this,_,void 0));get label(){return this.#i}set label(V){this.#i=V}#a=(we(this,p),we(this,d,void 0));get placeholder(){return this.#a}set placeholder(V){this.#a=V}#r=(we(this,n),we(this,T,0));get minLength(){return this.#r}set minLength(V){this.#r=V}#s=(we(this,D),we(this,x,4e3));get maxLength(){return this.#s}set maxLength(V){this.#s=V}#o=(we(this,y),we(this,L,!1));get lightTheme(){return this.#o}set lightTheme(V){this.#o=V}#l=(we(this,k),we(this,R,""));get defaultValue(){return this.#l}set defaultValue(V){this.#l=V}#n=(we(this,ae),we(this,Z,""));get value(){return this.#n}set value(V){this.#n=V}#d=(we(this,E),we(this,J,!1));get hasWarning(){return this.#d}set hasWarning(V){this.#d=V}#c=(we(this,G),we(this,N,null));get calculatedMaxLength(){return this.#c}set calculatedMaxLength(V){this.#c=V}#h=(we(this,w),we(this,P,0));get calculatedCharactersCount(){return this.#h}set calculatedCharactersCount(V){this.#h=V}connectedCallback(){super.connectedCallback(),this.defaultValue&&(this.value=this.defaultValue,this.calculatedCharactersCount=this.value.length)}resetState(){this.hasWarning=!1,this.calculatedMaxLength=null,this.calculatedCharactersCount=0,this.defaultValue?this.value=this.defaultValue:this.value=""}render(){return this.checkNeededArgument(),this.checkType(),g`
			<div class="discord-input-text">
				<div class=${ue({"discord-text-input-warning-length":this.hasWarning})}>
					<h2 class="discord-label-input-text">
						${this.label.slice(0,45)}${O(this.required&&!this.hasWarning,()=>g`<span class="discord-text-input-required">*</span>`)}
					</h2>
					${O(this.hasWarning,()=>g`<span class="discord-text-input-warning-length discord-text-input-warning-error-text">
								- Must be between ${this.minLength} and ${this.maxLength} in length.</span
							>`)}
				</div>
				<div class="discord-text-input-container">
					${O(this.type==="paragraph",()=>g`
							<div class="discord-text-input-container">
								<textarea
									@input=${V=>this.handleInputChange(V)}
									.required=${this.required}
									.value=${this.value}
									class="discord-text-input-paragraph"
									type="text"
									minlength="${this.minLength}"
									maxlength="${this.maxLength}"
									placeholder="${Y(this.placeholder)}"
									rows="3"
								></textarea>
								<div class="discord-text-input-textarea-max-length">
									<span
										>${O(this.valueIsNotNullOrUndefined(this.calculatedMaxLength),()=>this.calculatedMaxLength,()=>O(this.value,()=>this.maxLength-this.value.length,()=>this.maxLength))}</span
									>
								</div>
							</div>
						`)}
					${O(this.type==="short",()=>g`<input
								@input=${V=>this.handleInputChange(V)}
								.required=${this.required}
								.value=${this.value}
								class="discord-text-input-short"
								type="text"
								minlength="${this.minLength}"
								maxlength="${this.maxLength}"
								placeholder="${Y(this.placeholder)}"
								rows="3"
							/>`)}
				</div>
				${O(this.required,()=>g`
						<div class="discord-text-input-message-needed-input">
							<div class="icon">
								<div class="exclamation">!</div>
							</div>
							<span>Please fill out this field.</span>
						</div>
					`)}
				${O(this.valueIsNotNullOrUndefined(this.minLength),()=>g`
						<div class="discord-text-input-message-needed-min-length">
							<div class="icon">
								<div class="exclamation">!</div>
							</div>
							<span
								>Increase this text to ${this.minLength} characters or more. You are currently using ${this.calculatedCharactersCount}
								characters</span
							>
						</div>
					`)}
				<div class=${ue({"discord-text-input-warning-length":this.hasWarning})}>
					<h2 class="discord-text-input-warning-length">
						${O(this.hasWarning&&this.valueIsNotNullOrUndefined(this.minLength),()=>g`<span class="discord-text-input-warning-bottom-error-text"
									>Must be ${this.minLength} characters or more in length.</span
								>`)}
					</h2>
				</div>
			</div>
		`}validInputTextTypes=(we(this,ce),new Set(["short","paragraph"]));checkNeededArgument(){if(this.label){if(!this.type)throw new Le("Type is required to input text")}else throw new Le("Label is required to input text")}checkType(){if(typeof this.type!="string")throw new TypeError("DiscordInputText `type` prop must be a string.");if(!this.validInputTextTypes.has(this.type))throw new RangeError("DiscordInputText `type` prop must be one of: 'short', 'paragraph'")}valueIsNotNullOrUndefined(V){return V!=null}handleInputChange(V){let z=V?.target;if(this.value=z instanceof HTMLTextAreaElement||z instanceof HTMLInputElement?z.value:"",z instanceof HTMLTextAreaElement||z instanceof HTMLInputElement){let q=z.value.length;q===0&&this.minLength===0&&this.valueIsNotNullOrUndefined(this.maxLength)&&this.required?this.hasWarning=!0:this.hasWarning=q<this.minLength,this.calculatedMaxLength=this.maxLength-q,this.calculatedCharactersCount=q}let ee=this.shadowRoot?.querySelector("div.discord-text-input-message-needed-input"),re=this.shadowRoot?.querySelector("div.discord-text-input-message-needed-min-length");z.value.length>=this.minLength&&re instanceof HTMLDivElement&&re.style.display&&(re.style.opacity="0",globalThis.setTimeout(()=>{re.style.display=""},1e3)),ee instanceof HTMLDivElement&&ee.style.display&&(ee.style.opacity="0",globalThis.setTimeout(()=>{ee.style.display=""},1e3))}static{we(e,a)}};return Me=e})();var wh=j`
<path
	fill="currentColor"
	fill-rule="evenodd"
	d="m16 7.6c0 .79-1.28 1.38-1.52 2.09s.44 2 0 2.59-1.84.35-2.46.8-.79 1.84-1.54 2.09-1.67-.8-2.47-.8-1.75 1-2.47.8-.92-1.64-1.54-2.09-2-.18-2.46-.8.23-1.84 0-2.59-1.54-1.3-1.54-2.09 1.28-1.38 1.52-2.09-.44-2 0-2.59 1.85-.35 2.48-.8.78-1.84 1.53-2.12 1.67.83 2.47.83 1.75-1 2.47-.8.91 1.64 1.53 2.09 2 .18 2.46.8-.23 1.84 0 2.59 1.54 1.3 1.54 2.09z"
/>
`;function ns(t){return g`<svg ${S(t)} class="discord-guild-badge" aria-hidden="false" width="16" height="16" viewBox="0 0 16 15.2">
		${wh}
	</svg>`}var kh=j`
	<path
		d="M10.5906 6.39993L9.19223 7.29993C8.99246 7.39993 8.89258 7.39993 8.69281 7.29993C8.59293 7.19993 8.39317 7.09993 8.29328 6.99993C7.89375 6.89993 7.5941 6.99993 7.29445 7.19993L6.79504 7.49993L4.29797 9.19993C3.69867 9.49993 2.99949 9.39993 2.69984 8.79993C2.30031 8.29993 2.50008 7.59993 2.99949 7.19993L5.99598 5.19993C6.79504 4.69993 7.79387 4.49993 8.69281 4.69993C9.49188 4.89993 10.0912 5.29993 10.5906 5.89993C10.7904 6.09993 10.6905 6.29993 10.5906 6.39993Z"
		fill="currentColor"
	/>
	<path
		d="M13.4871 7.79985C13.4871 8.19985 13.2874 8.59985 12.9877 8.79985L9.89135 10.7999C9.29206 11.1999 8.69276 11.3999 7.99358 11.3999C7.69393 11.3999 7.49417 11.3999 7.19452 11.2999C6.39545 11.0999 5.79616 10.6999 5.29674 10.0999C5.19686 9.89985 5.29674 9.69985 5.39663 9.59985L6.79499 8.69985C6.89487 8.59985 7.09463 8.59985 7.19452 8.69985C7.39428 8.79985 7.59405 8.89985 7.69393 8.99985C8.09346 8.99985 8.39311 8.99985 8.69276 8.79985L9.39194 8.39985L11.3896 6.99985L11.6892 6.79985C12.1887 6.49985 12.9877 6.59985 13.2874 7.09985C13.4871 7.39985 13.4871 7.59985 13.4871 7.79985Z"
		fill="currentColor"
	/>
`;function ds(t={}){return g`<svg ${S(t)} class="partner-badge-overlay" aria-hidden="false" width="16" height="16" viewBox="0 0 16 16">
		${kh}
	</svg>`}var Mh=j`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function cs(t={}){return g`<svg ${S(t)} class="verified-badge-overlay" aria-hidden="false" width="16" height="16" viewBox="0 0 16 15.2">
		${Mh}
	</svg>`}var mt=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},De=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Th=(()=>{let t=[W("discord-invite")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[];var le=class extends r{static{e=this}static{let N=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b()],f=[b({type:Number})],m=[b({type:Number})],F=[b({type:Boolean})],A=[b({type:Boolean})],$=[b({attribute:"invite-title"})],fe=[b({attribute:"join-btn"})],se=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],mt(this,null,u,{kind:"accessor",name:"icon",static:!1,private:!1,access:{has:w=>"icon"in w,get:w=>w.icon,set:(w,C)=>{w.icon=C}},metadata:N},o,c),mt(this,null,v,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:w=>"name"in w,get:w=>w.name,set:(w,C)=>{w.name=C}},metadata:N},h,l),mt(this,null,s,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:w=>"url"in w,get:w=>w.url,set:(w,C)=>{w.url=C}},metadata:N},_,p),mt(this,null,f,{kind:"accessor",name:"online",static:!1,private:!1,access:{has:w=>"online"in w,get:w=>w.online,set:(w,C)=>{w.online=C}},metadata:N},d,n),mt(this,null,m,{kind:"accessor",name:"members",static:!1,private:!1,access:{has:w=>"members"in w,get:w=>w.members,set:(w,C)=>{w.members=C}},metadata:N},T,D),mt(this,null,F,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:w=>"verified"in w,get:w=>w.verified,set:(w,C)=>{w.verified=C}},metadata:N},x,y),mt(this,null,A,{kind:"accessor",name:"partnered",static:!1,private:!1,access:{has:w=>"partnered"in w,get:w=>w.partnered,set:(w,C)=>{w.partnered=C}},metadata:N},L,k),mt(this,null,$,{kind:"accessor",name:"inviteTitle",static:!1,private:!1,access:{has:w=>"inviteTitle"in w,get:w=>w.inviteTitle,set:(w,C)=>{w.inviteTitle=C}},metadata:N},R,ae),mt(this,null,fe,{kind:"accessor",name:"joinBtn",static:!1,private:!1,access:{has:w=>"joinBtn"in w,get:w=>w.joinBtn,set:(w,C)=>{w.joinBtn=C}},metadata:N},Z,E),mt(this,null,se,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,C)=>{w.lightTheme=C}},metadata:N},J,G),mt(null,i={value:e},t,{kind:"class",name:e.name,metadata:N},null,a),le=e=i.value,N&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:N})}static styles=B`
		:host {
			background-color: #2f3136;
			border-radius: 4px;
			padding: 16px;
			max-width: 432px;
			min-width: 160px;
			width: 100%;
			box-sizing: border-box;
			display: flex;
			flex-direction: column;
		}

		:host([light-theme]) {
			background-color: #f2f3f5;
		}

		:host .discord-invite-header {
			font-weight: 700;
			font-size: 12px;
			line-height: 16px;
			margin-bottom: 12px;
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
			text-transform: uppercase;
			color: #b9bbbe;
		}

		:host([light-theme]) .discord-invite-header {
			color: #4f5660;
		}

		:host .discord-invite-root {
			display: flex;
			flex-flow: row wrap;
			gap: 16px;
		}

		:host .discord-invite-icon {
			background-color: #36393f;
			border-radius: 15px;
			margin-right: 16px;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 50px;
			height: 50px;
		}

		:host([light-theme]) .discord-invite-icon {
			background-color: #fff;
		}

		:host .discord-invite-info {
			font-family: 'gg sans', 'Noto Sans', WhitneyMedium, Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			display: flex;
			flex: 1000 0 auto;
			align-items: center;
			max-width: 100%;
			display: flex;
		}

		.discord-invite-info-text-ellipsis {
			overflow: hidden;
			text-overflow: ellipsis;
		}

		:host .discord-invite-title {
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
			margin-bottom: 2px;
			color: white;
			font-size: 16px;
			line-height: 20px;
			font-weight: 700;
			display: flex;
			flex-direction: row;
		}

		:host([light-theme]) .discord-invite-title {
			color: #060607;
		}

		:host .discord-invite-name {
			flex: 1 1 auto;
			overflow: hidden;
			text-overflow: ellipsis;
			white-space: nowrap;
		}

		:host .discord-invite-counts {
			display: flex;
			align-items: center;
			flex-wrap: wrap;
			font-size: 14px;
			font-weight: 600;
			text-overflow: ellipsis;
			overflow: hidden;
			color: #b9bbbe;
			line-height: 16px;
		}

		:host .discord-invite-counts-info {
			text-overflow: ellipsis;
			overflow: hidden;
			display: flex;
			align-items: center;
		}

		:host .discord-invite-status {
			display: block;
			margin-right: 4px;
			width: 8px;
			height: 8px;
			border-radius: 50%;
			background-color: #747f8d;
		}

		:host .discord-invite-status-online {
			background-color: #3ba55d;
		}

		:host .discord-invite-count {
			-webkit-box-flex: 0;
			-ms-flex: 0 1 auto;
			flex: 0 1 auto;
			margin-right: 8px;
			color: #b9bbbe;
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
		}

		:host .discord-invite-join {
			display: flex;
			justify-content: center;
			align-items: center;
			height: 40px;
			padding: 0 20px;
			align-self: center;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			line-height: 20px;
			border-radius: 3px;
			font-size: 14px;
			font-weight: 600;
			color: white !important;
			background-color: #3ba55d;
			-webkit-transition: background-color 0.17s ease;
			transition: background-color 0.17s ease;
			text-decoration: none;
			box-sizing: border-box;
			flex: 1 0 auto;
		}

		:host .discord-invite-join:hover {
			background-color: #2d7d46;
		}

		:host .discord-invite-badge {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			margin-right: 8px;
			width: 16px;
			height: 16px;
			align-self: center;
			position: relative;
		}

		:host .discord-invite-badge-verified {
			color: #3ba55d;
		}

		:host .discord-invite-badge-partnered {
			color: #5865f2;
		}

		:host .discord-invite-badge-container {
			position: absolute;
			top: -0.05px;
			left: 0.05px;
			right: 0;
			bottom: 0;
			display: flex;
			align-items: center;
			justify-content: center;
			pointer-events: none;
			color: white;
		}

		:host([light-theme]) .discord-invite-counts,
		:host([light-theme]) .discord-invite-count {
			color: #4f5660;
		}
	`;#e=De(this,o,aa.blue);get icon(){return this.#e}set icon(N){this.#e=N}#t=(De(this,c),De(this,h,"Discord Server"));get name(){return this.#t}set name(N){this.#t=N}#i=(De(this,l),De(this,_,void 0));get url(){return this.#i}set url(N){this.#i=N}#a=(De(this,p),De(this,d,0));get online(){return this.#a}set online(N){this.#a=N}#r=(De(this,n),De(this,T,0));get members(){return this.#r}set members(N){this.#r=N}#s=(De(this,D),De(this,x,!1));get verified(){return this.#s}set verified(N){this.#s=N}#o=(De(this,y),De(this,L,!1));get partnered(){return this.#o}set partnered(N){this.#o=N}#l=(De(this,k),De(this,R,"You've been invited to join a server"));get inviteTitle(){return this.#l}set inviteTitle(N){this.#l=N}#n=(De(this,ae),De(this,Z,"Join"));get joinBtn(){return this.#n}set joinBtn(N){this.#n=N}#d=(De(this,E),De(this,J,!1));get lightTheme(){return this.#d}set lightTheme(N){this.#d=N}render(){return g`<div class="discord-invite-header">${this.inviteTitle}</div>
			<div class="discord-invite-root">
				<div class="discord-invite-info">
					<img class="discord-invite-icon" src=${Y(this.icon)} alt=${Y(this.name)} />
					<div class="discord-invite-info-text-ellipsis">
						<div class="discord-invite-title">
							${O(this.verified&&!this.partnered||!this.verified&&this.partnered,()=>g`<div class="discord-invite-badge">
										${ns({"aria-label":this.partnered?"Discord Partner":"Verified",class:`discord-invite-badge-${this.partnered?"partnered":"verified"}`})}
										<div class="discord-invite-badge-container">
											${this.partnered?ds():cs()}
										</div>
									</div>`)}
							<span class="discord-invite-name">${this.name}</span>
						</div>
						<div class="discord-invite-counts">
							<div class="discord-invite-counts-info">
								<i class="discord-invite-status discord-invite-status-online"></i>
								<span class="discord-invite-count">${this.online.toLocaleString()} Online</span>
							</div>
							<div class="discord-invite-counts-info">
								<i class="discord-invite-status"></i>
								<span class="discord-invite-count">${this.members.toLocaleString()} Members</span>
							</div>
						</div>
					</div>
				</div>
				<a class="discord-invite-join" href=${Y(this.url)} target="_blank" rel="noopener noreferrer">${this.joinBtn}</a>
			</div>`}constructor(){super(...arguments),De(this,G)}static{De(e,a)}};return le=e})();var Ch=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},$h=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Eh=(()=>{let t=[W("discord-italic")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Ch(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host > em {
			font-style: italic;
		}
	`;render(){return g`
			<em>
				<slot></slot>
			</em>
		`}static{$h(e,a)}};return u=e})();var jh=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Dh=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Sh=(()=>{let t=[W("discord-list-item")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;jh(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host > li {
			margin-bottom: 4px;
		}
	`;checkParentElement(){if(this.parentElement?.tagName.toLowerCase()!=="discord-unordered-list"&&this.parentElement?.tagName.toLowerCase()!=="discord-ordered-list")throw new Le("All <discord-list-item> components must be direct children of <discord-unordered-list> or <discord-ordered-list>.")}render(){return this.checkParentElement(),g`<li><slot></slot></li>`}static{Dh(e,a)}};return u=e})();function Hh(t){return t.startsWith("#")?t.slice(1):t}function Ah(t){let i=t.length===3||t.length===4,a=i?`${t.slice(0,1)}${t.slice(0,1)}`:t.slice(0,2),e=i?`${t.slice(1,2)}${t.slice(1,2)}`:t.slice(2,4),r=i?`${t.slice(2,3)}${t.slice(2,3)}`:t.slice(4,6),u=(i?`${t.slice(3,4)}${t.slice(3,4)}`:t.slice(6,8))||"ff";return{r:a,g:e,b:r,a:u}}function Mr(t){return Number.parseInt(t,16)}function Lh({r:t,g:i,b:a,a:e}){return{r:Mr(t),g:Mr(i),b:Mr(a),a:Number((Mr(e)/255).toFixed(2))}}function Ih(t){return typeof t=="number"||typeof t=="string"&&Number.isFinite(Number(t))}function Oh(t,i){let{r:a,g:e,b:r,a:u}=t,o=Ih(i)?i:u;return`rgba(${a}, ${e}, ${r}, ${o})`}function Tr(t,i){let a=Hh(t),e=Ah(a),r=Lh(e);return Oh(r,i)}var Vh=j`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`;function hs(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Vh}
	</svg>`}var Ph=j`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function us(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ph}
	</svg>`}var Rh=j`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function ms(t={}){return g`<svg
		${S(t)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Rh}
	</svg>`}var ba=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},$t=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Nh=(()=>{let t=[W("discord-mention")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[];var m=class extends r{static{e=this}static{let T=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Boolean,reflect:!0})],v=[b({reflect:!0})],s=[b({reflect:!0})],f=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],ba(this,null,u,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:D=>"highlight"in D,get:D=>D.highlight,set:(D,F)=>{D.highlight=F}},metadata:T},o,c),ba(this,null,v,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:D=>"type"in D,get:D=>D.type,set:(D,F)=>{D.type=F}},metadata:T},h,l),ba(this,null,s,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:D=>"color"in D,get:D=>D.color,set:(D,F)=>{D.color=F}},metadata:T},_,p),ba(this,null,f,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:D=>"lightTheme"in D,get:D=>D.lightTheme,set:(D,F)=>{D.lightTheme=F}},metadata:T},d,n),ba(null,i={value:e},t,{kind:"class",name:e.name,metadata:T},null,a),m=e=i.value,T&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:T})}static styles=B`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#e=$t(this,o,!1);get highlight(){return this.#e}set highlight(T){this.#e=T}#t=($t(this,c),$t(this,h,"user"));get type(){return this.#t}set type(T){this.#t=T}#i=($t(this,l),$t(this,_,void 0));get color(){return this.#i}set color(T){this.#i=T}setHoverColor=($t(this,p),()=>{this.color&&(this.style.backgroundColor=Tr(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=Tr(this.color,.1))};#a=$t(this,d,!1);get lightTheme(){return this.#a}set lightTheme(T){this.#a=T}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=Tr(this.color,.1)))}render(){return g`<span class="no-wrap"
				>${Bi(this.type,[["channel",()=>sa()],["user",()=>g`@`],["role",()=>g`@`],["voice",()=>na()],["locked",()=>la()],["thread",()=>oa()],["forum",()=>ra()],["server-guide",()=>ms()],["channels-and-roles",()=>hs()],["customize-community",()=>us()],["slash",()=>g`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),$t(this,n)}static{$t(e,a)}};return m=e})();var Bh=j`
 	<path 
		fill="currentColor" 
 		d="M15.56 11.77c.2-.1.44.02.44.23a4 4 0 1 1-4-4c.21 0 .33.25.23.44a2.5 2.5 0 0 0 3.32 3.32Z"
 	/>
  	<path 
		fill="currentColor" 
  		fill-rule="evenodd" 
  		d="M22.89 11.7q.105.3 0 .6C22.27 13.9 19.1 21 12 21c-7.11 0-10.27-7.11-10.89-8.7a.83.83 0 0 1 0-.6C1.73 10.1 4.9 3 12 3c7.11 0 10.27 7.11 10.89 8.7m-4.5-3.62A15.1 15.1 0 0 1 20.85 12c-.38.88-1.18 2.47-2.46 3.92C16.87 17.62 14.8 19 12 19s-4.87-1.38-6.39-3.08A15.1 15.1 0 0 1 3.15 12c.38-.88 1.18-2.47 2.46-3.92C7.13 6.38 9.2 5 12 5s4.87 1.38 6.39 3.08" 
  		clip-rule="evenodd"
  	/>
`;function fs(t={}){return g`<svg
		${S(t)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Bh}
	</svg>`}var ke=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},de=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Uh=(()=>{let t=[W("discord-message")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[],le,N=[],w=[],C,P=[],ce=[],Me,V=[],z=[],ee,re=[],q=[],pe,jt=[],Dt=[],St,Ht=[],At=[],Lt,It=[],Ot=[],Vt,Pt=[],Rt=[],Nt,te=[],I=[],oe,yt=[],Bt=[],Yt,X=[],H=[],he,wa=[],Fi=[],Ke,ka=[],Rs=[],Ns,Bs=[],Us=[];var qs=class extends r{static{e=this}static{let Q=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b()],f=[b({type:Boolean})],m=[b({type:Boolean})],F=[b({type:Boolean,attribute:"official-app"})],A=[b({type:Boolean})],$=[b({type:Boolean})],fe=[b({type:Boolean})],se=[b({attribute:"role-color"})],le=[b({attribute:"role-icon"})],C=[b({attribute:"role-name"})],Me=[b({attribute:"clan-icon"})],ee=[b({attribute:"clan-tag"})],pe=[b({type:Boolean,reflect:!0})],St=[b({type:Boolean,reflect:!0})],Lt=[b({type:String,converter:M=>Wt(M,!1,!1),attribute:!0})],Vt=[b({type:Boolean,attribute:"twenty-four"})],Nt=[b({type:Boolean,attribute:"message-body-only"})],oe=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Yt=[ie({context:We}),b({type:Boolean,reflect:!0,attribute:"compact-mode"})],he=[ie({context:Xr}),b({type:Boolean,reflect:!0,attribute:"no-background"})],Ke=[b({type:Boolean,reflect:!0,attribute:"has-thread"})],Ns=[b({reflect:!1,attribute:"dismiss-message-clicked"})],ke(this,null,u,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:M=>"profile"in M,get:M=>M.profile,set:(M,K)=>{M.profile=K}},metadata:Q},o,c),ke(this,null,v,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:M=>"author"in M,get:M=>M.author,set:(M,K)=>{M.author=K}},metadata:Q},h,l),ke(this,null,s,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:M=>"avatar"in M,get:M=>M.avatar,set:(M,K)=>{M.avatar=K}},metadata:Q},_,p),ke(this,null,f,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:M=>"bot"in M,get:M=>M.bot,set:(M,K)=>{M.bot=K}},metadata:Q},d,n),ke(this,null,m,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:M=>"server"in M,get:M=>M.server,set:(M,K)=>{M.server=K}},metadata:Q},T,D),ke(this,null,F,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:M=>"officialApp"in M,get:M=>M.officialApp,set:(M,K)=>{M.officialApp=K}},metadata:Q},x,y),ke(this,null,A,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:M=>"verified"in M,get:M=>M.verified,set:(M,K)=>{M.verified=K}},metadata:Q},L,k),ke(this,null,$,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:M=>"op"in M,get:M=>M.op,set:(M,K)=>{M.op=K}},metadata:Q},R,ae),ke(this,null,fe,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:M=>"edited"in M,get:M=>M.edited,set:(M,K)=>{M.edited=K}},metadata:Q},Z,E),ke(this,null,se,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:M=>"roleColor"in M,get:M=>M.roleColor,set:(M,K)=>{M.roleColor=K}},metadata:Q},J,G),ke(this,null,le,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:M=>"roleIcon"in M,get:M=>M.roleIcon,set:(M,K)=>{M.roleIcon=K}},metadata:Q},N,w),ke(this,null,C,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:M=>"roleName"in M,get:M=>M.roleName,set:(M,K)=>{M.roleName=K}},metadata:Q},P,ce),ke(this,null,Me,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:M=>"clanIcon"in M,get:M=>M.clanIcon,set:(M,K)=>{M.clanIcon=K}},metadata:Q},V,z),ke(this,null,ee,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:M=>"clanTag"in M,get:M=>M.clanTag,set:(M,K)=>{M.clanTag=K}},metadata:Q},re,q),ke(this,null,pe,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:M=>"highlight"in M,get:M=>M.highlight,set:(M,K)=>{M.highlight=K}},metadata:Q},jt,Dt),ke(this,null,St,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:M=>"ephemeral"in M,get:M=>M.ephemeral,set:(M,K)=>{M.ephemeral=K}},metadata:Q},Ht,At),ke(this,null,Lt,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:M=>"timestamp"in M,get:M=>M.timestamp,set:(M,K)=>{M.timestamp=K}},metadata:Q},It,Ot),ke(this,null,Vt,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:M=>"twentyFour"in M,get:M=>M.twentyFour,set:(M,K)=>{M.twentyFour=K}},metadata:Q},Pt,Rt),ke(this,null,Nt,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:M=>"messageBodyOnly"in M,get:M=>M.messageBodyOnly,set:(M,K)=>{M.messageBodyOnly=K}},metadata:Q},te,I),ke(this,null,oe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:M=>"lightTheme"in M,get:M=>M.lightTheme,set:(M,K)=>{M.lightTheme=K}},metadata:Q},yt,Bt),ke(this,null,Yt,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:M=>"compactMode"in M,get:M=>M.compactMode,set:(M,K)=>{M.compactMode=K}},metadata:Q},X,H),ke(this,null,he,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:M=>"noBackground"in M,get:M=>M.noBackground,set:(M,K)=>{M.noBackground=K}},metadata:Q},wa,Fi),ke(this,null,Ke,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:M=>"hasThread"in M,get:M=>M.hasThread,set:(M,K)=>{M.hasThread=K}},metadata:Q},ka,Rs),ke(this,null,Ns,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:M=>"dismissMessageClicked"in M,get:M=>M.dismissMessageClicked,set:(M,K)=>{M.dismissMessageClicked=K}},metadata:Q},Bs,Us),ke(null,i={value:e},t,{kind:"class",name:e.name,metadata:Q},null,a),qs=e=i.value,Q&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:Q})}static styles=B`
		:host {
			color: #dcddde;
			display: flex;
			flex-direction: column;
			font-size: 0.9em;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			min-height: 1.375rem;
			padding-left: 1em;
			padding-right: 48px;
			margin-top: inherit;
			margin-bottom: inherit;
			line-height: 16px;
		}

		.discord-message-inner {
			display: flex;
			position: relative;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
		}

		.discord-message-inner-center {
			align-items: center;
		}

		:host([message-body-only]) {
			margin-top: 0px !important;
			padding-top: 0.125rem !important;
			padding-bottom: 0.0625rem !important;
		}

		:host([highlight]),
		:host([ephemeral]) {
			padding-right: 5px;
			position: relative;
		}

		:host([highlight])::before,
		:host([ephemeral])::before {
			content: '';
			position: absolute;
			display: block;
			top: 0;
			left: 0;
			bottom: 0;
			pointer-events: none;
			width: 2px;
		}

		:host([highlight]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight][light-theme]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight])::before {
			background-color: #faa61a;
		}

		:host([light-theme][highlight])::before {
			background-color: #af7615;
		}

		:host([ephemeral]) {
			background-color: rgba(88, 101, 242, 0.05);
		}

		:host([ephemeral]:hover) {
			background-color: rgba(88, 101, 242, 0.1);
		}

		:host([ephemeral])::before {
			background-color: #5865f2;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		.discord-author-avatar {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			z-index: 1;
			display: flex;
		}

		.discord-author-avatar img {
			width: 40px;
			height: 40px;
			border-radius: 50%;
			cursor: pointer;
		}

		.discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		.discord-message-body-only-indent {
			width: 56px;
		}

		:host(:hover) .discord-message-timestamp-hover::before {
			content: attr(datetime);
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
		}

		.discord-message-body {
			font-size: 1rem;
			font-weight: 400;
			word-break: break-word;
			position: relative;
		}

		:host([light-theme]) .discord-message-timestamp,
		:host([compact-mode]) .discord-message:hover .discord-message-timestamp {
			color: #99aab5;
		}

		:host([light-theme][compact-mode]).discord-message-timestamp {
			color: #d1d9de;
		}

		:host([compact-mode]) .discord-message-timestamp {
			display: inline-block;
			width: 3.1rem;
			text-align: right;
			font-size: 0.6875rem;
			line-height: 1.375rem;
			margin-right: 0.375rem;
			margin-left: 0;
			text-indent: 0;
		}

		:host([compact-mode]) .discord-message-body {
			line-height: 1.375rem;
			padding-left: 10px;
			margin-left: -6px;
		}

		:host([compact-mode]) .discord-message-compact-indent {
			padding-left: 10px;
		}

		:host .discord-message-markup {
			font-size: 1rem;
			line-height: 1.375rem;
			word-wrap: break-word;
			user-select: text;
			font-weight: 400;
			display: inline;
		}

		:host(:hover) {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([highlight]:hover) {
			background-color: hsl(40 calc(1 * 86.4%) 56.9%/0.08);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 4.8rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-Thread]):after {
			border-color: #747f8d !important;
		}

		.discord-message-ephemeral {
			margin-top: 4px;
			font-size: 12px;
			font-weight: 400;
			color: #72767d;
		}

		:host([light-theme]) .discord-message-ephemeral {
			color: #747f8d;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link {
			color: #00aff4;
			font-weight: 500;
			cursor: pointer;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link:hover {
			text-decoration: underline;
		}

		.discord-message-ephemeral .discord-message-ephemeral-icon {
			margin-right: 4px;
			vertical-align: text-bottom;
		}
	`;#e=de(this,o,void 0);get profile(){return this.#e}set profile(Q){this.#e=Q}#t=(de(this,c),de(this,h,"User"));get author(){return this.#t}set author(Q){this.#t=Q}#i=(de(this,l),de(this,_,void 0));get avatar(){return this.#i}set avatar(Q){this.#i=Q}#a=(de(this,p),de(this,d,!1));get bot(){return this.#a}set bot(Q){this.#a=Q}#r=(de(this,n),de(this,T,!1));get server(){return this.#r}set server(Q){this.#r=Q}#s=(de(this,D),de(this,x,!1));get officialApp(){return this.#s}set officialApp(Q){this.#s=Q}#o=(de(this,y),de(this,L,!1));get verified(){return this.#o}set verified(Q){this.#o=Q}#l=(de(this,k),de(this,R,!1));get op(){return this.#l}set op(Q){this.#l=Q}#n=(de(this,ae),de(this,Z,!1));get edited(){return this.#n}set edited(Q){this.#n=Q}#d=(de(this,E),de(this,J,void 0));get roleColor(){return this.#d}set roleColor(Q){this.#d=Q}#c=(de(this,G),de(this,N,void 0));get roleIcon(){return this.#c}set roleIcon(Q){this.#c=Q}#h=(de(this,w),de(this,P,void 0));get roleName(){return this.#h}set roleName(Q){this.#h=Q}#u=(de(this,ce),de(this,V,void 0));get clanIcon(){return this.#u}set clanIcon(Q){this.#u=Q}#m=(de(this,z),de(this,re,void 0));get clanTag(){return this.#m}set clanTag(Q){this.#m=Q}#f=(de(this,q),de(this,jt,!1));get highlight(){return this.#f}set highlight(Q){this.#f=Q}#p=(de(this,Dt),de(this,Ht,!1));get ephemeral(){return this.#p}set ephemeral(Q){this.#p=Q}#v=(de(this,At),de(this,It,new Date));get timestamp(){return this.#v}set timestamp(Q){this.#v=Q}#g=(de(this,Ot),de(this,Pt,!1));get twentyFour(){return this.#g}set twentyFour(Q){this.#g=Q}#_=(de(this,Rt),de(this,te,!1));get messageBodyOnly(){return this.#_}set messageBodyOnly(Q){this.#_=Q}#b=(de(this,I),de(this,yt,!1));get lightTheme(){return this.#b}set lightTheme(Q){this.#b=Q}#y=(de(this,Bt),de(this,X,!1));get compactMode(){return this.#y}set compactMode(Q){this.#y=Q}#x=(de(this,H),de(this,wa,!1));get noBackground(){return this.#x}set noBackground(Q){this.#x=Q}#z=(de(this,Fi),de(this,ka,!1));get hasThread(){return this.#z}set hasThread(Q){this.#z=Q}#w=(de(this,Rs),de(this,Bs,()=>{}));get dismissMessageClicked(){return this.#w}set dismissMessageClicked(Q){this.#w=Q}willUpdate(){this.hasThread=Array.from(this.children).some(Q=>Q.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(Q=>Q.tagName.toLowerCase()==="discord-mention"&&Q.hasAttribute("highlight")&&(Q.type==="user"||Q.type==="role"))}handleSpaceToDismissMessage(Q){Q.code==="Space"&&(Q.preventDefault(),Q.stopPropagation(),this.dismissMessageClicked?.())}render(){let Q={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},M=this.profile!==void 0&&Reflect.get(ot,this.profile)||{},K={...Q,...M,avatar:this.resolveAvatar(M.avatar??this.avatar)},Zi=Wt(this.timestamp,this.compactMode,this.twentyFour)??void 0;return g`
			<slot name="reply"></slot>
			<div
				class=${ue({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${O(this.compactMode&&!this.messageBodyOnly,()=>g`<time datetime="${Y(Zi)}" class="discord-message-timestamp">${Zi}</time>`,()=>null)}
				${O(this.messageBodyOnly,()=>g`<time
							datetime="${Y(Zi)}"
							class=${ue({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${O(this.compactMode||this.messageBodyOnly,()=>null,()=>g`<div class="discord-author-avatar">
							<img src="${Y(K.avatar)}" alt="${Y(K.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${O(this.compactMode||this.messageBodyOnly,()=>null,()=>g`
							<discord-author-info
								author=${K.author??""}
								?bot=${K.bot??!1}
								?server=${K.server??!1}
								?official-app=${K.officialApp??!1}
								?verified=${K.verified??!1}
								?op=${K.op??!1}
								role-color=${K.roleColor??""}
								role-icon=${K.roleIcon??""}
								role-name=${K.roleName??""}
								clan-icon=${K.clanIcon??""}
								clan-tag=${K.clanTag??""}
							></discord-author-info
							><time datetime="${Y(Zi)}" class="discord-message-timestamp">${Zi}</time>
						`)}
					<div class="discord-message-body">
						${O(this.compactMode,()=>g`<discord-author-info
									author=${K.author??""}
									?bot=${K.bot??!1}
									?server=${K.server??!1}
									?official-app=${K.officialApp??!1}
									?verified=${K.verified??!1}
									?op=${K.op??!1}
									role-color=${K.roleColor??""}
									role-icon=${K.roleIcon??""}
									role-name=${K.roleName??""}
									clan-icon=${K.clanIcon??""}
									clan-tag=${K.clanTag??""}
								></discord-author-info>`,()=>null)}<span class="discord-message-markup"><slot></slot></span>
						${O(this.edited,()=>g`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${O(this.ephemeral,()=>g`
								<div class="discord-message-ephemeral">
									${fs()} Only you can see this •
									<span
										role="button"
										class="discord-message-ephemeral-link"
										@click=${this.dismissMessageClicked}
										@keydown=${this.handleSpaceToDismissMessage}
										>Dismiss message</span
									>
								</div>
							`,()=>null)}
					</div>
				</div>
			</div>
		`}resolveAvatar(Q){return Q===void 0?Ne.default:Ne[Q]??Q??Ne.default}constructor(){super(...arguments),de(this,Us)}static{de(e,a)}};return qs=e})();var qh=j`
	<path fill="currentColor" d="M17.3 18.7a1 1 0 0 0 1.4-1.4L13.42 12l5.3-5.3a1 1 0 0 0-1.42-1.4L12 10.58l-5.3-5.3a1 1 0 0 0-1.4 1.42L10.58 12l-5.3 5.3a1 1 0 1 0 1.42 1.4L12 13.42l5.3 5.3Z"></path>
`;function ps(t={}){return g`<svg ${S(t)} aria-hidden="false" aria-label="Close" role="img" width="24" height="24" fill="none" viewBox="0 0 24 24">
		${qh}
	</svg>`}var Fh=j`
	<circle cx="12" cy="12" r="10" fill="transparent"></circle>
	<path fill="color-mix(in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%)" fill-rule="evenodd" d="M12 23a11 11 0 1 0 0-22 11 11 0 0 0 0 22Zm1.44-15.94L13.06 14a1.06 1.06 0 0 1-2.12 0l-.38-6.94a1 1 0 0 1 1-1.06h.88a1 1 0 0 1 1 1.06Zm-.19 10.69a1.25 1.25 0 1 1-2.5 0 1.25 1.25 0 0 1 2.5 0Z" clip-rule="evenodd"></path>
`;function vs(t={}){return g`<svg ${S(t)} aria-hidden="false" aria-label="Warning" role="img" width="24" height="24" fill="none" viewBox="0 0 24 24">
		${Fh}
	</svg>`}var bt=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Oe=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Zh=(()=>{let t=[W("discord-modal")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[];var se=class extends r{static{e=this}static{let J=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b()],f=[b({reflect:!0,attribute:"modal-id"})],m=[b({reflect:!0,attribute:"modal-title"})],F=[b({reflect:!1,noAccessor:!0,attribute:!1})],A=[b({reflect:!1,noAccessor:!0,attribute:!1})],$=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],fe=[Re()],bt(this,null,u,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:G=>"profile"in G,get:G=>G.profile,set:(G,le)=>{G.profile=le}},metadata:J},o,c),bt(this,null,v,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:G=>"author"in G,get:G=>G.author,set:(G,le)=>{G.author=le}},metadata:J},h,l),bt(this,null,s,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:G=>"avatar"in G,get:G=>G.avatar,set:(G,le)=>{G.avatar=le}},metadata:J},_,p),bt(this,null,f,{kind:"accessor",name:"modalId",static:!1,private:!1,access:{has:G=>"modalId"in G,get:G=>G.modalId,set:(G,le)=>{G.modalId=le}},metadata:J},d,n),bt(this,null,m,{kind:"accessor",name:"modalTitle",static:!1,private:!1,access:{has:G=>"modalTitle"in G,get:G=>G.modalTitle,set:(G,le)=>{G.modalTitle=le}},metadata:J},T,D),bt(this,null,F,{kind:"accessor",name:"submitForm",static:!1,private:!1,access:{has:G=>"submitForm"in G,get:G=>G.submitForm,set:(G,le)=>{G.submitForm=le}},metadata:J},x,y),bt(this,null,A,{kind:"accessor",name:"closeForm",static:!1,private:!1,access:{has:G=>"closeForm"in G,get:G=>G.closeForm,set:(G,le)=>{G.closeForm=le}},metadata:J},L,k),bt(this,null,$,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:G=>"lightTheme"in G,get:G=>G.lightTheme,set:(G,le)=>{G.lightTheme=le}},metadata:J},R,ae),bt(this,null,fe,{kind:"accessor",name:"originalBodyOverflow",static:!1,private:!1,access:{has:G=>"originalBodyOverflow"in G,get:G=>G.originalBodyOverflow,set:(G,le)=>{G.originalBodyOverflow=le}},metadata:J},Z,E),bt(null,i={value:e},t,{kind:"class",name:e.name,metadata:J},null,a),se=e=i.value,J&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:J})}static styles=B`
		@keyframes modal-pop {
			0% {
				opacity: 0;
			}
		}

		*,
		:before,
		:after {
			border-width: 0 !important;
		}

		/* This does positioning, sizing, and transition */
		.discord-modal {
			pointer-events: none;
			position: fixed;
			top: 0;
			right: 0;
			bottom: 0;
			left: 0;
			margin: 0;
			display: grid;
			height: 100%;
			width: 100%;
			max-height: none;
			max-width: none;
			justify-items: center;
			padding: 0;
			opacity: 0;
			overscroll-behavior: contain;
			z-index: 1002;
			background-color: transparent;
			color: inherit;
			transition-duration: 0.2s;
			transition-timing-function: ease;
			transition-property: all;
			overflow: hidden;
		}

		.discord-modal-open,
		.discord-modal:target,
		.discord-modal-toggle:checked + .discord-modal,
		.discord-modal[open] {
			pointer-events: auto;
			visibility: visible;
			opacity: 1;
		}

		:where(.discord-modal) {
			align-items: center;
		}

		.discord-modal-box {
			display: none;
			flex-direction: column;
			min-height: 0;
			max-width: 100%;
			background-color: oklab(0.321088 -0.000220731 -0.00934622);
			transform: translate(0, 0) rotate(0) skew(0) skewY(0) scaleX(0.9) scaleY(0.9);
			transition-property: all;
			transition-timing-function: ease;
			transition-duration: 0.2s;
			box-shadow: none;
			overflow-y: visible;
			border-radius: 4px;
		}

		.discord-modal-box:focus {
			outline: none;
			border: none;
		}

		.discord-modal-open .discord-modal-box,
		.discord-modal-toggle:checked + .discord-modal .discord-modal-box,
		.discord-modal:target .discord-modal-box,
		.discord-modal[open] .discord-modal-box {
			transform: translate(0, 0px) rotate(0) skew(0) skewY(0) scaleX(1) scaleY(1);
		}

		.discord-modal:not(dialog:not(.discord-modal-open)),
		.discord-modal::backdrop {
			background-color: rgba(0, 0, 0, 0.7);
			animation: modal-pop 0.2s ease-out;
		}

		.discord-modal-light-theme:not(dialog:not(.discord-modal-open)),
		.discord-modal-light-theme::backdrop {
			background-color: rgba(0, 0, 0, 0.54);
			backdrop-filter: blur(0px);
		}

		.discord-modal-root {
			background-color: oklab(0.321088 -0.000220731 -0.00934622);
			border-radius: 4px;
			display: flex;
			flex-direction: column;
			margin: 0 auto;
			pointer-events: all;
			position: relative;
			box-shadow:
				rgba(30, 31, 34, 0.6) 0px 0px 0px 1px,
				rgba(0, 0, 0, 0.2) 0px 2px 10px 0px;
			opacity: 1;
			transform: scale(1);
			width: 440px;
			max-height: 720px;
			min-height: 200px;
		}

		.discord-modal-content-container::-webkit-scrollbar {
			width: 5px;
			background-color: transparent;
		}

		.discord-modal-content-container::-webkit-scrollbar-track {
			background-color: transparent;
		}

		.discord-modal-content-container::-webkit-scrollbar-thumb {
			border-radius: 10px;
			background-color: rgba(0, 0, 0, 0.5);
		}

		.discord-modal-root-light-theme {
			box-shadow:
				0 0 0 1px hsl(210 calc(1 * 9.3%) 78.8% / 0.3),
				0 2px 10px 0 hsl(0 calc(1 * 0%) 0% / 0.1);
			background-color: color-mix(in oklab, hsl(0 calc(1 * 0%) 100% / 1) 100%, black 0%);
		}

		.discord-modal-header-container {
			flex: 0 0 auto;
			border-radius: 4px 4px 0 0;
			transition: box-shadow 0.1s ease-out;
			word-wrap: break-word;
			position: relative;
			padding: 16px;
			z-index: 1;
			overflow: hidden;
			flex-wrap: nowrap;
			justify-content: flex-start;
			align-items: center;
			flex-direction: row;
			display: flex;
		}

		.discord-modal-content-container {
			overflow: hidden auto;
			padding-right: 8px;
			position: relative;
			z-index: 0;
			border-radius: 5px 5px 0 0;
			padding-left: 16px;
			position: relative;
			z-index: 0;
			border-radius: 5px 5px 0 0;
			padding-left: 16px;
		}

		.discord-modal-actions-container {
			flex: 0 0 auto;
			box-shadow: inset 0 1px 0 hsl(220 calc(1 * 6.5%) 18% / 0.6);
			border-radius: 0 0 5px 5px;
			background-color: color-mix(in oklab, hsl(220 calc(1 * 6.5%) 18% / 1) 100%, black 0%);
			position: relative;
			padding: 16px;
			z-index: 1;
			overflow-x: hidden;
			flex-wrap: nowrap;
			justify-content: flex-start;
			align-items: center;
			flex-direction: row-reverse;
			display: flex;
		}

		.discord-modal-actions-container-light-theme {
			box-shadow: inset 0 1px 0 hsl(0 calc(1 * 0%) 97.6% / 0.6);
			background-color: color-mix(in oklab, hsl(220 calc(1 * 13%) 95.5% / 1) 100%, black 0%);
		}

		.discord-modal-avatar {
			margin-right: 0.5em;
			position: relative;
			min-width: 24px;
			width: 24px;
			height: 24px;
			border-radius: 50%;
		}

		.discord-modal-avatar img {
			width: 24px;
			height: 24px;
			border-radius: 50%;
		}

		.discord-modal-title {
			font-size: 24px;
			line-height: 30px;
			color: color-mix(in oklab, hsl(220 calc(1 * 13%) 95.5% / 1) 100%, black 0%);
		}

		.discord-modal-title-light-theme {
			color: color-mix(in oklab, hsl(240 calc(1 * 7.7%) 2.5% / 1) 100%, black 0%);
		}

		.discord-modal-close-button {
			position: absolute;
			top: 16px;
			right: 16px;
			height: 26px;
			padding: 4px;
			transition: opacity.2s ease-in-out;
			opacity: 0.5;
			cursor: pointer;
			border-radius: 3px;
			color: color-mix(in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%);
			box-sizing: content-box;
			width: auto;
			background: transparent;
			border: 0;
			margin: 0;
			display: flex;
			justify-content: center;
			align-items: center;
			font-size: 14px;
			font-weight: 500;
			line-height: 16px;
			-moz-user-select: none;
			user-select: none;
			outline: 0;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			text-rendering: optimizeLegibility;
		}

		.discord-modal-close-button-light-theme {
			color: color-mix(in oklab, hsl(228 calc(1 * 6%) 32.5% / 1) 100%, black 0%);
		}

		.discord-modal-close-button:hover {
			opacity: 1;
			color: oklab(0.899401 -0.00192499 -0.00481987);
		}

		.discord-modal-close-button-light-theme:hover {
			color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%);
		}

		.discord-modal-close-button-content {
			background-image: linear-gradient(
				to top,
				transparent,
				transparent 1px,
				transparent 1px,
				transparent calc(1px + 1px),
				transparent calc(1px + 1px)
			);
		}

		.discord-modal-warning-container {
			margin-bottom: 8px;
			background: color-mix(in oklab, hsl(40 calc(1 * 86.4%) 56.9% / 0.1) 100%, hsl(0 0% 0% / 0.1) 0%);
			border: 1px solid color-mix(in oklab, hsl(40 calc(1 * 86.4%) 56.9% / 1) 100%, black 0%);
			color: color-mix(in oklab, hsl(0 calc(1 * 0%) 100% / 1) 100%, black 0%);
			display: flex;
			border-radius: 4px;
			font-weight: 500;
			padding: 8px;
			width: 100%;
			box-sizing: border-box;
		}

		.discord-modal-warning-container-light-theme {
			background: color-mix(in oklab, hsl(38 calc(1 * 78.6%) 38.4% / 0.1) 100%, hsl(0 0% 0% / 0.1) 0%);
			border: color-mix(in oklab, hsl(38 calc(1 * 78.6%) 38.4% / 1) 100%, black 0%);
			color: color-mix(in oklab, hsl(0 calc(1 * 0%) 0% / 1) 100%, black 0%);
		}

		.discord-modal-warning-icon {
			display: flex;
		}

		.discord-modal-warning {
			color: color-mix(in oklab, hsl(210 calc(1 * 9.1%) 87.1% / 1) 100%, black 0%);
			margin-left: 10px;
			flex: 1;
			align-self: center;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			font-size: 14px;
			line-height: 1.2857142857142858;
			font-weight: 500;
		}

		.discord-modal-warning-light-theme {
			color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%);
		}

		.discord-modal-warning-icon-svg {
			fill: color-mix(in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%);
			color: color-mix(in oklab, hsl(40 calc(1 * 86.4%) 56.9% / 1) 100%, black 0%);
			width: 24px;
			height: 24px;
			flex-shrink: 0;
		}

		.discord-modal-warning-icon-svg-light-theme {
			color: color-mix(in oklab, hsl(38 calc(1 * 78.6%) 38.4% / 1) 100%, black 0%);
			fill: none;
		}

		.discord-modal-warning-icon-svg-light-theme > path {
			fill: color-mix(in oklab, hsl(228 calc(1 * 6%) 32.5% / 1) 100%, black 0%);
		}

		.discord-modal-warning-author {
			font-weight: 600;
		}

		.discord-modal-button {
			align-items: center;
			background: none;
			border-radius: 3px;
			border: none;
			box-sizing: border-box;
			color: hsl(0 calc(1 * 0%) 100% / 1);
			display: flex;
			font-size: 14px;
			font-weight: 500;
			height: 38px;
			justify-content: center;
			line-height: 16px;
			min-height: 38px;
			min-width: 96px;
			padding: 2px 16px;
			position: relative;
			-moz-user-select: none;
			user-select: none;
			width: auto;
			cursor: pointer;
		}

		.discord-modal-button-submit {
			background-color: hsl(235 calc(1 * 85.6%) 64.7% / 1);
			transition:
				background-color 170ms ease,
				color 170ms ease;
		}

		.discord-modal-button-submit:hover {
			background-color: hsl(235 calc(1 * 51.4%) 52.4% / 1);
		}

		.discord-modal-button-submit:active {
			background-color: hsl(235 calc(1 * 46.7%) 44.1% / 1);
		}

		.discord-modal-button-cancel-light-theme {
			color: hsl(223 calc(1 * 5.8%) 52.9% / 1);
		}

		.discord-modal-button-cancel:hover > .discord-modal-button-content {
			--button--underline-color: hsl(0 calc(1 * 0%) 100% / 1);
		}

		.discord-modal-button-cancel-light-theme:hover > .discord-modal-button-content-light-theme {
			--button--underline-color: hsl(223 calc(1 * 5.8%) 52.9% / 1);
		}

		.discord-modal-button-content {
			--button--underline-color: transparent;
			margin: 0 auto;
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
			background-image: linear-gradient(
				to top,
				transparent,
				transparent 1px,
				var(--button--underline-color) 1px,
				var(--button--underline-color) calc(1px + 1px),
				transparent calc(1px + 1px)
			);
		}

		.discord-modal-slot-input-text {
			padding-right: 8px;
			padding-left: 20px;
			position: sticky;
			z-index: 3;
		}
	`;#e=Oe(this,o,void 0);get profile(){return this.#e}set profile(J){this.#e=J}#t=(Oe(this,c),Oe(this,h,"User"));get author(){return this.#t}set author(J){this.#t=J}#i=(Oe(this,l),Oe(this,_,void 0));get avatar(){return this.#i}set avatar(J){this.#i=J}#a=(Oe(this,p),Oe(this,d,void 0));get modalId(){return this.#a}set modalId(J){this.#a=J}#r=(Oe(this,n),Oe(this,T,void 0));get modalTitle(){return this.#r}set modalTitle(J){this.#r=J}#s=(Oe(this,D),Oe(this,x,void 0));get submitForm(){return this.#s}set submitForm(J){this.#s=J}#o=(Oe(this,y),Oe(this,L,void 0));get closeForm(){return this.#o}set closeForm(J){this.#o=J}#l=(Oe(this,k),Oe(this,R,!1));get lightTheme(){return this.#l}set lightTheme(J){this.#l=J}#n=(Oe(this,ae),Oe(this,Z,void 0));get originalBodyOverflow(){return this.#n}set originalBodyOverflow(J){this.#n=J}dialogRef=(Oe(this,E),vt());handleClickCloseIcon(){this.dialogRef.value&&this.dialogRef.value.close()}handleFormSubmit(J){J.preventDefault(),J.stopPropagation();let G=this.shadowRoot?.querySelector("slot")?.assignedElements()??[];for(let le of G)if(le instanceof kr){let N=le.shadowRoot,w=N?.querySelector("input")??N?.querySelector("textarea");if(w?.attributes.getNamedItem("required")&&!w.value){let C=N?.querySelector("div.discord-text-input-message-needed-input");C instanceof HTMLDivElement&&!C.style.display&&(C.style.display="flex",globalThis.setTimeout(()=>{C.style.opacity="1"},1));return}if(w instanceof HTMLTextAreaElement&&w.value.length<Number(w.attributes.getNamedItem("minlength")?.value)&&w.value.length>0||w instanceof HTMLTextAreaElement&&w.value.length<Number(w.attributes.getNamedItem("minlength")?.value)&&w?.attributes.getNamedItem("required")){let C=N?.querySelector("div.discord-text-input-message-needed-min-length");C instanceof HTMLDivElement&&!C.style.display&&(C.style.display="flex",le.hasWarning=!0,globalThis.setTimeout(()=>{C.style.opacity="1"},1));return}}this.submitForm?.(),this.handleClickCloseIcon()}onCloseDialog(){globalThis.document.body.style.overflow=this.originalBodyOverflow??"scroll";let J=this.shadowRoot?.querySelector("div.discord-modal-box");J instanceof HTMLDivElement&&(J.style.display="none");let G=this.shadowRoot?.querySelector("slot")?.assignedElements()??[];for(let le of G)if(le instanceof kr){le.resetState();let N=le.shadowRoot,w=N?.querySelector("div.discord-text-input-message-needed-input"),C=N?.querySelector("div.discord-text-input-message-needed-min-length");w instanceof HTMLDivElement&&w.style.display&&(w.style.display="",w.style.opacity="0"),C instanceof HTMLDivElement&&C.style.display&&(C.style.display="",C.style.opacity="0")}this.closeForm?.()}render(){let J={author:this.author},G=this.profile!==void 0&&Reflect.get(ot,this.profile)||{},le={...J,...G,avatar:this.resolveAvatar(G.avatar??this.avatar)};return g`
			<dialog
				${Qe(this.dialogRef)}
				id="${Y(this.modalId)}"
				class=${ue({"discord-modal":!0,"discord-modal-light-theme":this.lightTheme})}
				@close=${this.onCloseDialog}
			>
				<div class="discord-modal-box">
					<form @submit=${this.handleFormSubmit}>
						<div aria-labelledby="discord-modal-title" role="dialog" tabindex="-1" aria-modal="true">
							<div class=${ue({"discord-modal-root":!0,"discord-modal-root-light-theme":this.lightTheme})}>
								<div class="discord-modal-header-container">
									<div class="discord-modal-avatar">
										<img src="${Y(le.avatar)}" alt="${Y(le.author)}" />
									</div>
									<div
										id="discord-modal-title"
										class=${ue({"discord-modal-title":!0,"discord-modal-title-light-theme":this.lightTheme})}
									>
										${this.modalTitle}
									</div>
									<button
										aria-label="Close"
										@click=${this.handleClickCloseIcon}
										type="button"
										class=${ue({"discord-modal-close-button":!0,"discord-modal-close-button-light-theme":this.lightTheme})}
									>
										<div class="discord-modal-close-button-content">${ps()}</div>
									</button>
								</div>
								<div
									class=${ue({"discord-modal-content-container":!0,"discord-modal-content-container-light-theme":this.lightTheme})}
								>
									<div class="discord-modal-warning-container">
										<div class="discord-modal-warning-icon">
											${vs({class:"discord-modal-warning-icon-svg"+(this.lightTheme?" discord-modal-warning-icon-svg-light-theme":"")})}
										</div>
										<div
											class=${ue({"discord-modal-warning":!0,"discord-modal-warning-light-theme":this.lightTheme})}
										>
											This form will be submitted to <strong class="discord-modal-warning-author">${le.author}</strong>. Do
											not share passwords or other sensitive information.
										</div>
									</div>
									<div
										aria-hidden="true"
										style="position: absolute; pointer-events: none; min-height: 0px; min-width: 1px; flex: 0 0 auto; height: 0px;"
									></div>
								</div>
								<div class="discord-modal-slot-input-text">
									<slot></slot>
								</div>
								<div
									class=${ue({"discord-modal-actions-container":!0,"discord-modal-actions-container-light-theme":this.lightTheme})}
								>
									<button type="submit" class="discord-modal-button discord-modal-button-submit">
										<div class="discord-modal-button-content">Submit</div>
									</button>
									<button
										type="button"
										class=${ue({"discord-modal-button":!0,"discord-modal-button-cancel":!0,"discord-modal-button-cancel-light-theme":this.lightTheme})}
										@click=${this.handleClickCloseIcon}
									>
										<div
											class=${ue({"discord-modal-button-content":!0,"discord-modal-button-content-light-theme":this.lightTheme})}
										>
											Cancel
										</div>
									</button>
								</div>
							</div>
						</div>
					</form>
				</div>
			</dialog>
		`}resolveAvatar(J){return J===void 0?Ne.default:Ne[J]??J??Ne.default}static{Oe(e,a)}};return se=e})();var gs=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ya=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Wh=(()=>{let t=[W("discord-ordered-list")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[];var s=class extends r{static{e=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Number,reflect:!0})],v=[Re()],gs(this,null,u,{kind:"accessor",name:"start",static:!1,private:!1,access:{has:p=>"start"in p,get:p=>p.start,set:(p,f)=>{p.start=f}},metadata:_},o,c),gs(this,null,v,{kind:"accessor",name:"startLength",static:!1,private:!1,access:{has:p=>"startLength"in p,get:p=>p.startLength,set:(p,f)=>{p.startLength=f}},metadata:_},h,l),gs(null,i={value:e},t,{kind:"class",name:e.name,metadata:_},null,a),s=e=i.value,_&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=B`
		:host > ol {
			list-style-image: initial;
			list-style-type: decimal;
			list-style-position: outside;
			margin-bottom: 0px;
			margin-top: 4px;
			margin-right: 0px;
			margin-left: calc(0.4em + 0.6em * var(--totalCharacters));
			padding: 0px;
		}
	`;#e=ya(this,o,1);get start(){return this.#e}set start(_){this.#e=_}#t=(ya(this,c),ya(this,h,1));get startLength(){return this.#t}set startLength(_){this.#t=_}checkChildren(){if(!Array.from(this.children).every(p=>{let f=p.tagName.toLowerCase();return f==="discord-list-item"||f==="discord-unordered-list"||f==="discord-ordered-list"}))throw new Le("All direct children inside of a <discord-ordered-list> components must be one of <discord-unordered-list>, <discord-ordered-list>, or <discord-list-item>.")}willUpdate(){let _=Array.from(this.children).filter(f=>f.tagName.toLowerCase()==="discord-list-item").length,p=this.start+_;this.startLength=p.toString().length}render(){return this.checkChildren(),g`<ol start=${this.start} style="--totalCharacters:${this.startLength}">
			<slot></slot>
		</ol>`}constructor(){super(...arguments),ya(this,l)}static{ya(e,a)}};return s=e})();var Et=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Ue=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},_s="multiple-answers",bs="ended",ys="voted",xs="show-votes",Qh=(()=>{let t=[W("discord-poll")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[];var fe=class extends r{static{e=this}static{let Z=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:String,attribute:"question",reflect:!0})],v=[b({type:String,attribute:"time-end",reflect:!0})],s=[_t({context:bs}),b({type:Boolean,attribute:"ended",reflect:!0})],f=[_t({context:_s}),b({type:Boolean,reflect:!0,attribute:"multiple-answers"})],m=[_t({context:ys}),b({type:Boolean,reflect:!0,attribute:"voted"})],F=[_t({context:xs}),b({type:Boolean,reflect:!0,attribute:"show-results"})],A=[ie({context:We}),b({type:Boolean,reflect:!0,attribute:"compact-mode"})],$=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Et(this,null,u,{kind:"accessor",name:"question",static:!1,private:!1,access:{has:E=>"question"in E,get:E=>E.question,set:(E,se)=>{E.question=se}},metadata:Z},o,c),Et(this,null,v,{kind:"accessor",name:"timeEnd",static:!1,private:!1,access:{has:E=>"timeEnd"in E,get:E=>E.timeEnd,set:(E,se)=>{E.timeEnd=se}},metadata:Z},h,l),Et(this,null,s,{kind:"accessor",name:"pollEnded",static:!1,private:!1,access:{has:E=>"pollEnded"in E,get:E=>E.pollEnded,set:(E,se)=>{E.pollEnded=se}},metadata:Z},_,p),Et(this,null,f,{kind:"accessor",name:"multipleAnswers",static:!1,private:!1,access:{has:E=>"multipleAnswers"in E,get:E=>E.multipleAnswers,set:(E,se)=>{E.multipleAnswers=se}},metadata:Z},d,n),Et(this,null,m,{kind:"accessor",name:"pollVoted",static:!1,private:!1,access:{has:E=>"pollVoted"in E,get:E=>E.pollVoted,set:(E,se)=>{E.pollVoted=se}},metadata:Z},T,D),Et(this,null,F,{kind:"accessor",name:"showResults",static:!1,private:!1,access:{has:E=>"showResults"in E,get:E=>E.showResults,set:(E,se)=>{E.showResults=se}},metadata:Z},x,y),Et(this,null,A,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:E=>"compactMode"in E,get:E=>E.compactMode,set:(E,se)=>{E.compactMode=se}},metadata:Z},L,k),Et(this,null,$,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:E=>"lightTheme"in E,get:E=>E.lightTheme,set:(E,se)=>{E.lightTheme=se}},metadata:Z},R,ae),Et(null,i={value:e},t,{kind:"class",name:e.name,metadata:Z},null,a),fe=e=i.value,Z&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:Z})}static styles=B`
		:host {
			display: flex;
			flex-direction: column;
			background-color: color-mix(in oklab, hsl(220 calc(1 * 6.5%) 18% / 1) 100%, black 0%);
			border-radius: 8px;
			padding: 16px;
			width: 100%;
			max-width: 472px;
			min-width: 302px;
			box-sizing: border-box;
			position: relative;
			overflow: hidden;
		}

		:host([light-theme]) {
			border: 1px solid color-mix(in oklab, hsl(0 calc(1 * 0%) 0% / 0.08) 100%, hsl(0 0% 0% / 0.08) 0%);
			background-color: color-mix(in oklab, hsl(0 calc(1 * 0%) 100% / 1) 100%, black 0%) !important;
		}

		:host([light-theme]) * {
			color: black;
		}

		.discord-poll-question {
			color: color-mix(in oklab, hsl(210 calc(1 * 9.1%) 87.1% / 1) 100%, black 0%);
			margin: 0;
			font-size: 1rem;
			word-break: break-word;
			line-height: 1.25;
			font-weight: 500;
		}

		.discord-poll-select {
			font-size: 0.875rem;
			grid-area: prompt;
			color: color-mix(in oklab, hsl(214 calc(1 * 8.1%) 61.2% / 1) 100%, black 0%) !important;
		}

		.discord-poll-answers {
			display: grid;
			grid-template-columns: 1fr;
			grid-auto-rows: 1fr;
			grid-gap: 8px;
			gap: 8px;
			margin: 8px 0 16px;
		}

		.discord-poll-footer {
			display: flex;
			align-items: center;
			justify-content: space-between;
		}

		.discord-poll-footer-votes-time {
			display: flex;
			align-items: center;
			color: color-mix(in oklab, hsl(214 calc(1 * 8.1%) 61.2% / 1) 100%, black 0%);
			font-size: 0.875rem;
			line-height: 1.2857142857142858;
			font-weight: 400;
		}

		.discord-poll-footer-time::before {
			content: '∙';
			margin: 0px 0.5rem;
			font-weight: 800;
		}

		.discord-poll-footer-time {
			display: flex;
			align-items: center;
		}

		.discord-poll-footer-hover:hover {
			color: #fff;
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-poll-footer-hover:hover {
			color: black;
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-poll-color-show-results {
			color: black !important;
		}

		.discord-poll-color-show-results {
			color: #fff !important;
			font-size: 0.875rem;
			font-weight: 600;
		}

		.discord-poll-result-vote {
			display: flex;
			align-items: center;
			gap: 15px;
		}

		:host .discord-poll-button-vote {
			cursor: pointer;
			background-color: hsl(235 calc(1 * 85.6%) 64.7% / 1) !important;
			color: hsl(0 calc(1 * 0%) 100% / 1) !important;
			padding: 9px 16px;
			border: none;
			border-radius: 3px;
			font-weight: 600;
		}

		:host .discord-poll-button-remove-vote {
			cursor: pointer;
			background-color: color-mix(in oklab, hsl(228 calc(1 * 6.7%) 14.7% / 1) 100%, black 0%) !important;
			color: color-mix(in oklab, hsl(210 calc(1 * 9.1%) 87.1% / 1) 100%, black 0%) !important;
			padding: 9px 16px;
			border: none;
			border-radius: 3px;
			font-weight: 600;
		}

		:host([light-theme]) button * {
			color: white !important;
		}

		:host .discord-poll-button-vote-disabled {
			cursor: no-drop;
			opacity: 0.5;
		}
	`;#e=Ue(this,o,void 0);get question(){return this.#e}set question(Z){this.#e=Z}#t=(Ue(this,c),Ue(this,h,"24h"));get timeEnd(){return this.#t}set timeEnd(Z){this.#t=Z}#i=(Ue(this,l),Ue(this,_,!1));get pollEnded(){return this.#i}set pollEnded(Z){this.#i=Z}#a=(Ue(this,p),Ue(this,d,!1));get multipleAnswers(){return this.#a}set multipleAnswers(Z){this.#a=Z}#r=(Ue(this,n),Ue(this,T,!1));get pollVoted(){return this.#r}set pollVoted(Z){this.#r=Z}#s=(Ue(this,D),Ue(this,x,!1));get showResults(){return this.#s}set showResults(Z){this.#s=Z}#o=(Ue(this,y),Ue(this,L,!1));get compactMode(){return this.#o}set compactMode(Z){this.#o=Z}#l=(Ue(this,k),Ue(this,R,!1));get lightTheme(){return this.#l}set lightTheme(Z){this.#l=Z}#n=(Ue(this,ae),!1);get selected(){return this.#n}set selected(Z){this.#n=Z}#d=0;get totVotes(){return this.#d}set totVotes(Z){this.#d=Z}connectedCallback(){super.connectedCallback();let Z=this.parentElement?.querySelectorAll("discord-poll-answer");if(Z)for(let E=0;E<Z?.length;E++)Z[E].attributes.getNamedItem("selected")&&(this.selected=!0),this.totVotes+=Z[E].attributes.getNamedItem("votes")?.nodeValue?Number(Z[E].attributes.getNamedItem("votes")?.nodeValue):0}render(){let Z=this.multipleAnswers?"Select one or more answers":"Select one answer";return g`<div>
			<h4 class="discord-poll-question">${this.question}</h4>
			<div class="discord-poll-select">${Z}</div>
			<div class="discord-poll-answers">
				<slot></slot>
			</div>
			<div class="discord-poll-footer">
				<div class="discord-poll-footer-votes-time">
					<span class="discord-poll-footer-hover">${this.totVotes} votes</span>
					<div class="discord-poll-footer-time">${this.pollEnded?"Poll closed":`${this.timeEnd} left`}</div>
				</div>
				${O(!this.pollEnded&&!this.pollVoted&&!this.showResults,()=>g`<div class="discord-poll-result-vote">
							<div class="discord-poll-footer-hover discord-poll-color-show-results">Show results</div>
							<button
								type="button"
								class="${ue({"discord-poll-button-vote":!0,"discord-poll-button-vote-disabled":!this.selected})}"
							>
								<div>Vote</div>
							</button>
						</div>`)}
				${O(!this.pollEnded&&this.pollVoted||this.showResults,()=>g`
						<button type="button" class="discord-poll-button-remove-vote">
							<div>${!this.pollEnded&&this.pollVoted?"Remove vote":"Go back to vote"}</div>
						</button>
					`)}
			</div>
		</div> `}static{Ue(e,a)}};return fe=e})();var Ee=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},st=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Yh=(()=>{let t=[W("discord-poll-answer")],i,a=[],e,r=U,u=[],o,c=[],v=[],h,l=[],s=[],_,p=[],f=[],d,n=[],m=[],T,D=[],F=[],x,y=[],A=[],L,k=[],$=[],R,ae=[],fe=[],Z,E=[],se=[],J,G=[],le=[],N;var w=class extends r{static{e=this}static{let C=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[b({type:String,attribute:"emoji",reflect:!0})],h=[b({type:String,attribute:"answer",reflect:!0})],_=[b({type:Number,attribute:"votes",reflect:!0})],d=[b({type:Boolean,attribute:"selected",reflect:!0})],T=[ie({context:We})],x=[ie({context:_s})],L=[ie({context:bs})],R=[ie({context:ys})],Z=[ie({context:xs})],J=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],N=[Qa({once:!1,capture:!0,passive:!0})],st(this,null,o,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:P=>"emoji"in P,get:P=>P.emoji,set:(P,ce)=>{P.emoji=ce}},metadata:C},c,v),st(this,null,h,{kind:"accessor",name:"answer",static:!1,private:!1,access:{has:P=>"answer"in P,get:P=>P.answer,set:(P,ce)=>{P.answer=ce}},metadata:C},l,s),st(this,null,_,{kind:"accessor",name:"votes",static:!1,private:!1,access:{has:P=>"votes"in P,get:P=>P.votes,set:(P,ce)=>{P.votes=ce}},metadata:C},p,f),st(this,null,d,{kind:"accessor",name:"selected",static:!1,private:!1,access:{has:P=>"selected"in P,get:P=>P.selected,set:(P,ce)=>{P.selected=ce}},metadata:C},n,m),st(this,null,T,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:P=>"compactMode"in P,get:P=>P.compactMode,set:(P,ce)=>{P.compactMode=ce}},metadata:C},D,F),st(this,null,x,{kind:"accessor",name:"multipleAnswers",static:!1,private:!1,access:{has:P=>"multipleAnswers"in P,get:P=>P.multipleAnswers,set:(P,ce)=>{P.multipleAnswers=ce}},metadata:C},y,A),st(this,null,L,{kind:"accessor",name:"pollEnded",static:!1,private:!1,access:{has:P=>"pollEnded"in P,get:P=>P.pollEnded,set:(P,ce)=>{P.pollEnded=ce}},metadata:C},k,$),st(this,null,R,{kind:"accessor",name:"pollVoted",static:!1,private:!1,access:{has:P=>"pollVoted"in P,get:P=>P.pollVoted,set:(P,ce)=>{P.pollVoted=ce}},metadata:C},ae,fe),st(this,null,Z,{kind:"accessor",name:"showResult",static:!1,private:!1,access:{has:P=>"showResult"in P,get:P=>P.showResult,set:(P,ce)=>{P.showResult=ce}},metadata:C},E,se),st(this,null,J,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:P=>"lightTheme"in P,get:P=>P.lightTheme,set:(P,ce)=>{P.lightTheme=ce}},metadata:C},G,le),st(this,null,N,{kind:"method",name:"_onClick",static:!1,private:!1,access:{has:P=>"_onClick"in P,get:P=>P._onClick},metadata:C},null,u),st(null,i={value:e},t,{kind:"class",name:e.name,metadata:C},null,a),w=e=i.value,C&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:C})}static styles=B`
		.discord-answer-container {
			display: flex;
			cursor: pointer;
		}

		.discord-answer-emoji {
			width: 24px;
			height: 24px;
			margin-right: 2px;
			border-radius: 3px;
		}

		.discord-checkbox-div-multiple-answer {
			flex-shrink: 0;
			width: 20px;
			height: 20px;
			box-sizing: border-box;
			display: flex;
			align-items: center;
			justify-content: center;
			border-radius: 3px;
			background-color: transparent;
			border: 2px solid color-mix(in oklab, hsl(210 calc(1 * 9.1%) 87.1% / 1) 100%, black 0%);
		}

		.discord-checkbox-div-multiple-answer-selected {
			width: 20px;
			height: 20px;
			display: flex;
			align-items: center;
			justify-content: center;
			border-radius: 3px;
			background-color: hsl(235 calc(1 * 85.6%) 64.7% / 1);
		}

		.discord-checkbox-div-answer-selected-ended-winner {
			width: 24px;
			height: 24px;
			display: flex;
			align-items: center;
			justify-content: center;
			border-radius: 99px;
			background-color: seagreen;
		}

		.discord-checkbox-div-answer-selected-ended-no-winner {
			width: 24px;
			height: 24px;
			display: flex;
			align-items: center;
			justify-content: center;
			border-radius: 99px;
			background-color: white;
			color: black !important;
		}

		.discord-checkbox-div-answer-selected-voted {
			width: 24px;
			height: 24px;
			display: flex;
			align-items: center;
			justify-content: center;
			border-radius: 99px;
			background-color: hsl(235 calc(1 * 85.6%) 64.7% / 1);
		}

		.discord-checkbox-div-answer {
			flex-shrink: 0;
			width: 20px;
			height: 20px;
			box-sizing: border-box;
			display: flex;
			align-items: center;
			justify-content: center;
			border-radius: 99px;
			background-color: transparent;
			border: 2px solid color-mix(in oklab, hsl(210 calc(1 * 9.1%) 87.1% / 1) 100%, black 0%);
		}

		.discord-checkbox-div-answer-selected {
			margin: 2px;
			width: 10px;
			height: 10px;
			box-sizing: border-box;
			display: flex;
			align-items: center;
			justify-content: center;
			border-radius: 99px;
			border: 2px solid transparent;
			background-color: color-mix(in oklab, hsl(235 calc(1 * 86.1%) 77.5% / 1) 100%, black 0%);
		}

		.discord-answer-hidden {
			display: none;
		}

		.discord-answer-flex {
			display: flex;
			align-items: center;
			gap: 8px;
		}

		.discord-answer-selected {
			outline: 1px solid color-mix(in oklab, hsl(235 calc(1 * 86.1%) 77.5% / 1) 100%, black 0%) !important;
		}

		.discord-answer-selected-ended {
			outline: 1px solid hsl(145 calc(1 * 65%) 39.2% / 1) !important;
		}

		.discord-answer {
			position: relative;
			display: flex;
			align-items: center;
			justify-content: space-between;
			width: 100%;
			min-height: 50px;
			padding: 8px 16px;
			box-sizing: border-box;
			background-color: color-mix(in oklab, hsl(228 calc(1 * 6%) 32.5% / 0.3) 100%, hsl(0 0% 0% / 0.3) 0%);
			border-radius: 8px;
			color: color-mix(in oklab, hsl(210 calc(1 * 9.1%) 87.1% / 1) 100%, black 0%);
			word-break: break-word;
			overflow: hidden;
			outline: 1px solid transparent;
			z-index: 1;
			transition:
				background-color 170ms ease,
				outline-color 170ms ease;
		}

		:host([light-theme]) .discord-answer {
			background-color: color-mix(in oklab, hsl(223 calc(1 * 5.8%) 52.9% / 0.08) 100%, hsl(0 0% 0% / 0.08) 0%) !important;
		}

		:host([light-theme]) .discord-background-color-default {
			background-color: color-mix(in oklab, hsl(223 calc(1 * 5.8%) 52.9% / 0.2) 100%, hsl(0 0% 0% / 0.2) 0%) !important;
		}

		:host([light-theme]) .discord-awnswer-title,
		:host([light-theme]) .discord-quantity-votes,
		:host([light-theme]) .discord-percentage-votes {
			color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%) !important;
		}

		:host([light-theme]) .discord-checkbox-div-answer,
		:host([light-theme]) .discord-checkbox-div-multiple-answer {
			border-color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%) !important;
		}

		:host([light-theme]) .discord-checkbox-div-answer-selected-ended-no-winner {
			background-color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%);
			color: white !important;
		}

		.discord-answer-no-margin {
			margin: 0;
		}

		.discord-quantity-votes:hover {
			cursor: pointer;
			text-decoration: underline;
		}

		.discord-answer-backdround-color {
			content: '';
			position: absolute;
			height: 100%;
			left: 0;
			z-index: -1;
		}

		.discord-background-color-winner {
			background-color: color-mix(in oklab, hsl(145 calc(1 * 65%) 39.2% / 0.2) 100%, hsl(0 0% 0% / 0.2) 0%);
		}

		.discord-background-color-default {
			background-color: color-mix(in oklab, hsl(228 calc(1 * 6%) 32.5% / 0.48) 100%, hsl(0 0% 0% / 0.48) 0%);
		}

		.discord-background-color-selected {
			background-color: color-mix(in oklab, hsl(235 calc(1 * 85.6%) 64.7% / 0.2) 100%, hsl(0 0% 0% / 0.2) 0%);
		}
	`;#e=(Ee(this,u),Ee(this,c,void 0));get emoji(){return this.#e}set emoji(C){this.#e=C}#t=(Ee(this,v),Ee(this,l,void 0));get answer(){return this.#t}set answer(C){this.#t=C}#i=(Ee(this,s),Ee(this,p,0));get votes(){return this.#i}set votes(C){this.#i=C}#a=(Ee(this,f),Ee(this,n,!1));get selected(){return this.#a}set selected(C){this.#a=C}#r=(Ee(this,m),Ee(this,D,!1));get compactMode(){return this.#r}set compactMode(C){this.#r=C}#s=(Ee(this,F),Ee(this,y,!1));get multipleAnswers(){return this.#s}set multipleAnswers(C){this.#s=C}#o=(Ee(this,A),Ee(this,k,!1));get pollEnded(){return this.#o}set pollEnded(C){this.#o=C}#l=(Ee(this,$),Ee(this,ae,!1));get pollVoted(){return this.#l}set pollVoted(C){this.#l=C}#n=(Ee(this,fe),Ee(this,E,!1));get showResult(){return this.#n}set showResult(C){this.#n=C}#d=(Ee(this,se),Ee(this,G,!1));get lightTheme(){return this.#d}set lightTheme(C){this.#d=C}#c=(Ee(this,le),0);get totalVotesPoll(){return this.#c}set totalVotesPoll(C){this.#c=C}#h;get percentageVoted(){return this.#h}set percentageVoted(C){this.#h=C}#u=[];get arrayAnswers(){return this.#u}set arrayAnswers(C){this.#u=C}#m=[];get winners(){return this.#m}set winners(C){this.#m=C}connectedCallback(){super.connectedCallback();let C=this.parentElement?.getElementsByTagName("discord-poll-answer");if(C)for(let P=0;P<C?.length;P++){let ce=C[P].attributes.getNamedItem("votes")?Number(C[P].attributes.getNamedItem("votes")?.nodeValue):0;this.arrayAnswers.push({answer:C[P].attributes.getNamedItem("answer")?.nodeValue,value:ce}),this.arrayAnswers=this.arrayAnswers.toSorted((Me,V)=>V.value-Me.value),this.totalVotesPoll+=ce}for(let P=0;P<this.arrayAnswers?.length;P++)if(this.winners.includes(this.arrayAnswers[P].answer)||this.winners.push(this.arrayAnswers[P].answer),this.arrayAnswers[P+1])if(this.arrayAnswers[P].value===this.arrayAnswers[P+1].value)this.winners.includes(this.arrayAnswers[P+1].answer)||this.winners.push(this.arrayAnswers[P+1].answer);else break;if(this.parentElement?.getAttribute("multiple-answers")!==""){let P=0;if(C)for(let ce of C)ce.selected&&P++;if(P>1)throw new Le("<discord-poll> single vote was selected more than 1 answer")}this.percentageVoted=this.votes/this.totalVotesPoll*100}render(){return this.percentageVoted=this.percentageVoted.toPrecision(3).split(".")[1]==="0"?Number(this.percentageVoted.toPrecision(3).split(".")[0]):Number(this.percentageVoted.toPrecision(3)),g`
			<label>
				<div class="${ue({"discord-answer-container":!this.pollVoted&&!this.pollEnded&&!this.showResult})}">
					<div
						class="${ue({"discord-answer":!0,"discord-answer-selected":this.selected&&!this.pollEnded&&!this.showResult,"discord-answer-selected-ended":this.pollEnded&&this.winners.includes(this.answer)})}"
					>
						<div
							class=${ue({"discord-answer-backdround-color":!0,"discord-background-color-selected":!this.pollEnded&&this.selected&&this.pollVoted,"discord-background-color-winner":this.pollEnded&&this.winners.includes(this.answer),"discord-background-color-default":this.pollEnded&&!this.winners.includes(this.answer)||!this.pollEnded&&!this.selected&&this.pollVoted||this.showResult})}
							style="width:${this.percentageVoted}%;"
						></div>
						<div class="discord-answer-flex">
							${O(this.emoji,()=>g`<img class="discord-answer-emoji" src="${this.emoji}" alt="emoji" />`)}
							<div class="discord-awnswer-title">${this.answer}</div>
						</div>
						<div class="discord-answer-flex">
							${O(this.pollVoted||this.pollEnded||this.showResult,()=>g`<h5 class="discord-answer-no-margin discord-quantity-votes">
										${this.votes} ${this.votes>1||this.votes===0?"votes":"vote"}
									</h5>`)}
							${O(this.pollVoted||this.pollEnded||this.showResult,()=>g`<h4 class="discord-answer-no-margin discord-percentage-votes">${this.percentageVoted}%</h4>`)}
							${O(this.selected&&!this.showResult,()=>O(this.multipleAnswers,()=>O(this.pollEnded,()=>O(this.winners.includes(this.answer),()=>g`<div class="discord-checkbox-div-answer-selected-ended-winner">
																${He({style:"width:24px;height:24px;"})}
															</div>`,()=>g`<div class="discord-checkbox-div-answer-selected-ended-no-winner">
																${He({style:"width:24px;height:24px;"})}
															</div>`),()=>O(!this.pollVoted,()=>g`<div class="discord-checkbox-div-multiple-answer-selected">
																${He({style:"width:24px;height:24px;"})}
															</div>`,()=>g`<div class="discord-checkbox-div-answer-selected-voted">
																${He({style:"width:24px;height:24px;"})}
															</div>`)),()=>O(this.pollEnded,()=>g`<div class="discord-checkbox-div-answer-selected-ended-winner">
														${He({style:"width:24px;height:24px;"})}
													</div>`,()=>O(!this.pollVoted,()=>g`
															<div class="discord-checkbox-div-answer">
																<div class="discord-checkbox-div-answer-selected"></div>
															</div>
														`,()=>g`<div class="discord-checkbox-div-answer-selected-voted">
																${He({style:"width:24px;height:24px;"})}
															</div>`))),()=>O(!this.pollEnded&&!this.pollVoted&&!this.showResult,()=>g`<div
												class="${ue({"discord-checkbox-div-multiple-answer":this.multipleAnswers,"discord-checkbox-div-answer":!this.multipleAnswers})}"
											></div>`))}
						</div>
					</div>
					<span class="discord-answer-hidden"><input type="checkbox" @click=${()=>this._onClick()} /></span>
				</div>
			</label>
		`}_onClick(){if(this.pollEnded||this.pollVoted)return;let C=this.parentElement,P=C?.shadowRoot?.querySelector("button.discord-poll-button-vote"),ce=C?.getElementsByTagName("discord-poll-answer");if(this.selected){if(this.selected=!1,P){if(C?.getAttribute("multiple-answers")===""){let Me=0;if(ce)for(let V of ce)V.selected&&Me++;if(Me>0){P.className="discord-poll-button-vote";return}}P.className="discord-poll-button-vote discord-poll-button-vote-disabled"}return}if(C?.getAttribute("multiple-answers")!==""&&ce)for(let Me of ce)Me.selected=!1;P&&(P.className="discord-poll-button-vote"),this.selected=!0}static{Ee(e,a)}};return w=e})();var fl=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},zs=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Gh=(()=>{let t=[W("discord-pre")],i,a=[],e,r=U,u,o=[],c=[];var v=class extends r{static{e=this}static{let h=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Boolean,reflect:!0})],fl(this,null,u,{kind:"accessor",name:"embed",static:!1,private:!1,access:{has:l=>"embed"in l,get:l=>l.embed,set:(l,s)=>{l.embed=s}},metadata:h},o,c),fl(null,i={value:e},t,{kind:"class",name:e.name,metadata:h},null,a),v=e=i.value,h&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:h})}static styles=B`
		:host pre {
			border-radius: 4px;
			padding: 0;
			font-size: 0.75rem;
			line-height: 1rem;
			margin-top: 6px;
			white-space: pre-wrap;
			background-clip: border-box;
			width: 90%;
			border: none;
		}

		:host([embed]) pre {
			margin: 0;
			margin-top: 6px;
			width: 100%;
		}
	`;#e=zs(this,o,!1);get embed(){return this.#e}set embed(h){this.#e=h}render(){return g`<pre><slot></slot
		></pre>`}constructor(){super(...arguments),zs(this,c)}static{zs(e,a)}};return v=e})();var pl=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ws=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Kh=(()=>{let t=[W("discord-quote")],i,a=[],e,r=U,u,o=[],c=[];var v=class extends r{static{e=this}static{let h=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],pl(this,null,u,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:l=>"lightTheme"in l,get:l=>l.lightTheme,set:(l,s)=>{l.lightTheme=s}},metadata:h},o,c),pl(null,i={value:e},t,{kind:"class",name:e.name,metadata:h},null,a),v=e=i.value,h&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:h})}static styles=B`
		:host {
			display: flex;
		}

		.discord-quote-divider {
			background-color: #4f545c;
			border-radius: 4px;
			font-size: 0.9em;
			font-style: normal;
			font-weight: 400;
			margin: 0;
			padding: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-quote-divider {
			background-color: #c4c9ce;
		}

		blockquote {
			margin-block-end: unset;
			margin-block-start: unset;
			margin-inline-end: unset;
			margin-inline-start: unset;
			padding: 0 8px 0 12px;
		}
	`;#e=ws(this,o,!1);get lightTheme(){return this.#e}set lightTheme(h){this.#e=h}render(){return g`
			<div class="discord-quote-divider"></div>
			<!-- display: inline -->
			<blockquote><slot></slot></blockquote>
		`}constructor(){super(...arguments),ws(this,c)}static{ws(e,a)}};return v=e})();var ri=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},it=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Xh=(()=>{let t=[W("discord-reaction")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[];var A=class extends r{static{e=this}static{let L=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b({type:Number})],f=[b({type:Boolean,reflect:!0})],m=[b({type:Boolean})],F=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],ri(this,null,u,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:k=>"emoji"in k,get:k=>k.emoji,set:(k,$)=>{k.emoji=$}},metadata:L},o,c),ri(this,null,v,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:k=>"name"in k,get:k=>k.name,set:(k,$)=>{k.name=$}},metadata:L},h,l),ri(this,null,s,{kind:"accessor",name:"count",static:!1,private:!1,access:{has:k=>"count"in k,get:k=>k.count,set:(k,$)=>{k.count=$}},metadata:L},_,p),ri(this,null,f,{kind:"accessor",name:"reacted",static:!1,private:!1,access:{has:k=>"reacted"in k,get:k=>k.reacted,set:(k,$)=>{k.reacted=$}},metadata:L},d,n),ri(this,null,m,{kind:"accessor",name:"interactive",static:!1,private:!1,access:{has:k=>"interactive"in k,get:k=>k.interactive,set:(k,$)=>{k.interactive=$}},metadata:L},T,D),ri(this,null,F,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:k=>"lightTheme"in k,get:k=>k.lightTheme,set:(k,$)=>{k.lightTheme=$}},metadata:L},x,y),ri(null,i={value:e},t,{kind:"class",name:e.name,metadata:L},null,a),A=e=i.value,L&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:L})}static styles=B`
		:host > *:first-child {
			border-radius: 0.5rem;
			cursor: pointer;
			flex-shrink: 0;
			margin-right: 0.25rem;
			margin-bottom: 0.25rem;
			user-select: none;
			transition: none 0.1s ease;
			transition-property: background-color, border-color;
			background-color: #2f3136;
			border: 1px solid transparent;
		}

		:host([light-theme]) > *:first-child {
			background-color: #f2f3f5;
		}

		:host > *:first-child:hover {
			background-color: #36393f;
			border-color: #fff2;
		}

		:host([light-theme]:not([reacted])) > *:first-child:hover {
			background-color: white;
			border-color: #0003;
		}

		:host([reacted]) > *:first-child {
			background-color: rgba(88, 101, 242, 0.15);
			border-color: #5865f2;
		}

		:host([light-theme][reacted]) > *:first-child {
			background-color: #e7e9fd;
		}

		:host .discord-reaction-inner {
			display: flex;
			align-items: center;
			padding: 0.125rem 0.375rem;
		}

		:host img {
			width: 1rem;
			height: 1rem;
			margin: 0.125rem 0;
			min-width: auto;
			min-height: auto;
			object-fit: contain;
			vertical-align: bottom;
		}

		:host .discord-reaction-count {
			font-size: 0.875rem;
			font-weight: 500;
			margin-left: 0.375rem;
			text-align: center;
			color: #b9bbbe;
		}

		:host([light-theme]) .discord-reaction-count {
			color: #4f5660;
		}

		:host([reacted]) .discord-reaction-count {
			color: #dee0fc;
		}

		:host([light-theme][reacted]) .discord-reaction-count {
			color: #5865f2;
		}
	`;#e=it(this,o,void 0);get emoji(){return this.#e}set emoji(L){this.#e=L}#t=(it(this,c),it(this,h,":emoji:"));get name(){return this.#t}set name(L){this.#t=L}#i=(it(this,l),it(this,_,1));get count(){return this.#i}set count(L){this.#i=L}#a=(it(this,p),it(this,d,!1));get reacted(){return this.#a}set reacted(L){this.#a=L}#r=(it(this,n),it(this,T,!1));get interactive(){return this.#r}set interactive(L){this.#r=L}#s=(it(this,D),it(this,x,!1));get lightTheme(){return this.#s}set lightTheme(L){this.#s=L}render(){return g`<div class="discord-reaction-inner" @click=${this.handleReactionClick} @keydown=${this.handleReactionClick}>
			${O(this.emoji?.includes("http")||this.emoji?.startsWith("/")||this.emoji?.startsWith("./"),()=>g`<img src=${Y(this.emoji)} alt=${Y(this.name)} draggable="false" />`,()=>g`<span>${this.emoji}</span>`)}
			<span class="discord-reaction-count">${this.count}</span>
		</div>`}handleReactionClick=(it(this,y),L=>{this.interactive&&(L.shiftKey?this.count--:this.count++,this.count<=0&&(this.count=1))});static{it(e,a)}};return A=e})();var Jh=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},eu=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},tu=(()=>{let t=[W("discord-reactions")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Jh(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host {
			display: flex;
			-webkit-box-flex: 1;
			-ms-flex: 1 0 auto;
			flex: 1 0 auto;
			align-items: center;
			flex-wrap: wrap;
		}
	`;render(){return g`<slot></slot>`}static{eu(e,a)}};return u=e})();var ks=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},xa=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},iu=(()=>{let t=[W("discord-spoiler")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[];var s=class extends r{static{e=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Boolean,reflect:!0})],v=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],ks(this,null,u,{kind:"accessor",name:"activated",static:!1,private:!1,access:{has:p=>"activated"in p,get:p=>p.activated,set:(p,f)=>{p.activated=f}},metadata:_},o,c),ks(this,null,v,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:p=>"lightTheme"in p,get:p=>p.lightTheme,set:(p,f)=>{p.lightTheme=f}},metadata:_},h,l),ks(null,i={value:e},t,{kind:"class",name:e.name,metadata:_},null,a),s=e=i.value,_&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=B`
		:host {
			background-color: #202225;
			border-radius: 3px;
			color: transparent;
			cursor: pointer;
		}

		:host([light-theme]) {
			background-color: #c4c9ce;
		}

		:host(:hover) {
			background-color: rgba(32, 34, 37, 0.8);
		}

		:host([light-theme]:hover) {
			background-color: #cfd3d7;
		}

		:host([activated]) {
			color: inherit;
			background-color: hsla(0, 0%, 100%, 0.1);
		}

		:host([light-theme][activated]) {
			background-color: #e5e5e5;
		}
	`;#e=xa(this,o,!1);get activated(){return this.#e}set activated(_){this.#e=_}#t=(xa(this,c),xa(this,h,!1));get lightTheme(){return this.#t}set lightTheme(_){this.#t=_}render(){return g`<slot
			@click=${()=>{this.activated=!0}}
			@keydown=${()=>{this.activated=!0}}
		></slot>`}constructor(){super(...arguments),xa(this,l)}static{xa(e,a)}};return s=e})();var Qt=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},za=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},au=(()=>{let t=[W("discord-string-select-menu")],i,a=[],e,r=U,u=[],o,c=[],v=[],h,l=[],s=[],_,p=[],f=[],d;var n=class extends r{static{e=this}static{let m=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[b({type:Boolean,attribute:"disabled"})],h=[b({attribute:"placeholder"})],_=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],d=[Qa({once:!1,capture:!0,passive:!0})],za(this,null,o,{kind:"accessor",name:"disabled",static:!1,private:!1,access:{has:T=>"disabled"in T,get:T=>T.disabled,set:(T,D)=>{T.disabled=D}},metadata:m},c,v),za(this,null,h,{kind:"accessor",name:"placeholder",static:!1,private:!1,access:{has:T=>"placeholder"in T,get:T=>T.placeholder,set:(T,D)=>{T.placeholder=D}},metadata:m},l,s),za(this,null,_,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:T=>"lightTheme"in T,get:T=>T.lightTheme,set:(T,D)=>{T.lightTheme=D}},metadata:m},p,f),za(this,null,d,{kind:"method",name:"_onClick",static:!1,private:!1,access:{has:T=>"_onClick"in T,get:T=>T._onClick},metadata:m},null,u),za(null,i={value:e},t,{kind:"class",name:e.name,metadata:m},null,a),n=e=i.value,m&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:m})}static styles=B`
		.discord-string-select-menu {
			height: 36px;
			min-height: 36px;
			display: flex;
			align-items: center;
			justify-content: space-between;
			box-sizing: border-box;
			cursor: pointer;
			color: color-mix(in oklab, hsl(210 calc(1 * 9.1%) 87.1% / 1) 100%, black 0%);
			border: 1px solid;
			border-radius: 4px;
			background-color: color-mix(in oklab, hsl(225 calc(1 * 6.3%) 12.5% / 1) 100%, black 0%);
			border-color: color-mix(in oklab, hsl(225 calc(1 * 6.3%) 12.5% / 1) 100%, black 0%);
			padding: 8px !important;
			width: 90%;
			max-width: 400px;
			margin-right: 16px;
			transition: border 0.2s ease;
			font-weight: 500;
		}

		:host([light-theme]) .discord-string-select-menu {
			background-color: #ebebeb !important;
			border-color: #b5b5b5 !important;
			border: 1px solid;
			color: #2e3338;
		}

		:host([light-theme]) .discord-string-select-menu-option-slot {
			background-color: #ebebeb !important;
			border-color: #b5b5b5 !important;
			border: 1px solid;
			color: #2e3338;
		}

		.discord-string-select-menu-option-slot {
			overflow-y: auto;
			overflow-x: hidden;
			color: currentColor;
			border: none;
			border-top-left-radius: 0px;
			border-top-right-radius: 0px;
			border-color: color-mix(in oklab, hsl(225 calc(1 * 6.3%) 12.5% / 1) 100%, black 0%);
			background-color: color-mix(in oklab, hsl(220 calc(1 * 6.5%) 18% / 1) 100%, black 0%);
			cursor: pointer;
			box-sizing: border-box;
			border-radius: 4px;
			gap: 10px;
			display: block;
			max-height: 190px;
			position: absolute;
			width: 90%;
			max-width: 400px;
			z-index: 1002;
		}

		.discord-string-select-menu-option-slot::-webkit-scrollbar {
			width: 5px;
			background-color: transparent;
		}

		.discord-string-select-menu-option-slot::-webkit-scrollbar-track {
			background-color: transparent;
		}

		.discord-string-select-menu-option-slot::-webkit-scrollbar-thumb {
			border-radius: 10px;
			background-color: rgba(0, 0, 0, 0.3);
		}

		.discord-string-select-menu-label {
			width: 100%;
		}

		.discord-string-select-inside-menu {
			padding: 8px 8px 8px 12px;
			display: flex;
			align-items: center;
			justify-content: space-between;
		}

		.discord-string-select-menu-hidden {
			display: none;
		}

		.discord-string-select-menu-disabled {
			cursor: not-allowed !important;
			opacity: 0.5;
		}

		.discord-string-select-inside-menu:hover {
			border-color: black;
			cursor: pointer;
		}

		.discord-string-select-menu-rotated {
			transform: rotate(-180deg);
		}

		.discord-expand-more-icon {
			margin-left: auto;
		}
	`;#e=(Qt(this,u),Qt(this,c,void 0));get disabled(){return this.#e}set disabled(m){this.#e=m}#t=(Qt(this,v),Qt(this,l,"Make a selection"));get placeholder(){return this.#t}set placeholder(m){this.#t=m}#i=(Qt(this,s),Qt(this,p,!1));get lightTheme(){return this.#i}set lightTheme(m){this.#i=m}render(){return g`
			<label
				class="${ue({"discord-string-select-menu-label":!0,"discord-string-select-menu":!0,"discord-string-select-menu-disabled":this.disabled})}"
			>
				<span>${this.placeholder}</span> ${Pi({class:"discord-expand-more-icon"})}
				<span class="discord-string-select-menu-hidden"><input type="checkbox" @click=${this._onClick} /></span>
			</label>
			<div class="discord-string-select-menu-option-slot discord-string-select-menu-hidden"><slot></slot></div>
		`}_onClick(){let m=this.shadowRoot?.querySelectorAll("svg.discord-expand-more-icon").item(0),T=this.shadowRoot?.querySelectorAll("div.discord-string-select-menu-option-slot").item(0);this.shadowRoot?.querySelectorAll("label.discord-string-select-menu").item(0)?.className.includes("discord-string-select-menu-disabled")||(T?.className.includes("discord-string-select-menu-hidden")?(T?.setAttribute("class","discord-string-select-menu-option-slot"),m?.setAttribute("class","discord-expand-more-icon discord-string-select-menu-rotated")):(T?.setAttribute("class","discord-string-select-menu-option-slot discord-string-select-menu-hidden"),m?.setAttribute("class","discord-expand-more-icon")))}constructor(){super(...arguments),Qt(this,f)}static{Qt(e,a)}};return n=e})();var si=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},at=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},ru=(()=>{let t=[W("discord-string-select-menu-option")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[];var A=class extends r{static{e=this}static{let L=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({reflect:!0,attribute:"emoji"})],v=[b({reflect:!0,attribute:"emoji-name"})],s=[b({attribute:"label"})],f=[b({attribute:"description"})],m=[b({reflect:!1,noAccessor:!0,attribute:!1})],F=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],si(this,null,u,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:k=>"emoji"in k,get:k=>k.emoji,set:(k,$)=>{k.emoji=$}},metadata:L},o,c),si(this,null,v,{kind:"accessor",name:"emojiName",static:!1,private:!1,access:{has:k=>"emojiName"in k,get:k=>k.emojiName,set:(k,$)=>{k.emojiName=$}},metadata:L},h,l),si(this,null,s,{kind:"accessor",name:"label",static:!1,private:!1,access:{has:k=>"label"in k,get:k=>k.label,set:(k,$)=>{k.label=$}},metadata:L},_,p),si(this,null,f,{kind:"accessor",name:"description",static:!1,private:!1,access:{has:k=>"description"in k,get:k=>k.description,set:(k,$)=>{k.description=$}},metadata:L},d,n),si(this,null,m,{kind:"accessor",name:"selectOption",static:!1,private:!1,access:{has:k=>"selectOption"in k,get:k=>k.selectOption,set:(k,$)=>{k.selectOption=$}},metadata:L},T,D),si(this,null,F,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:k=>"lightTheme"in k,get:k=>k.lightTheme,set:(k,$)=>{k.lightTheme=$}},metadata:L},x,y),si(null,i={value:e},t,{kind:"class",name:e.name,metadata:L},null,a),A=e=i.value,L&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:L})}static styles=B`
		label {
			display: flex;
			align-items: center;
			max-width: 400px;
			padding: 8px 8px 8px 12px;
			gap: 10px;
			font-size: small;
			cursor: pointer;
		}

		label:hover {
			background-color: rgba(255, 255, 255, 0.1);
		}

		:host([light-theme]) {
			background-color: #f2f3f5 !important;
			border-color: #d9d9d9 !important;
			color: #2e3338;
		}

		:host([light-theme]) label:hover {
			background-color: rgba(204, 204, 204, 2) !important;
		}

		.discord-string-select-menu-option-emoji {
			margin-right: 4px;
			object-fit: contain;
			width: 1.375em;
			height: 1.375em;
			vertical-align: bottom;
		}

		.discord-string-select-menu-option-ellipsis-text {
			overflow: hidden;
			text-overflow: ellipsis;
			white-space: nowrap;
		}

		.discord-string-select-menu-option-hidden {
			display: none;
		}
	`;#e=at(this,o,void 0);get emoji(){return this.#e}set emoji(L){this.#e=L}#t=(at(this,c),at(this,h,"emoji"));get emojiName(){return this.#t}set emojiName(L){this.#t=L}#i=(at(this,l),at(this,_,void 0));get label(){return this.#i}set label(L){this.#i=L}#a=(at(this,p),at(this,d,void 0));get description(){return this.#a}set description(L){this.#a=L}#r=(at(this,n),at(this,T,void 0));get selectOption(){return this.#r}set selectOption(L){this.#r=L}checkLabelIsProvided(){if(!this.label)throw new Le("The label of option is required")}#s=(at(this,D),at(this,x,!1));get lightTheme(){return this.#s}set lightTheme(L){this.#s=L}render(){return this.checkLabelIsProvided(),g`
			<label>
				${O(this.emoji,()=>O(this.emoji?.includes("http")||this.emoji?.startsWith("/")||this.emoji?.startsWith("./"),()=>g`<img
								src=${this.emoji}
								alt=${Y(this.emojiName)}
								draggable="true"
								class="discord-string-select-menu-option-emoji"
							/>`,()=>g`<span class="discord-string-select-menu-option-emoji">${this.emoji}</span>`))}
				<div class="discord-string-select-menu-option-ellipsis-text">
					<div class="discord-string-select-menu-option-ellipsis-text">
						<strong>${this.label}</strong>
					</div>
					${O(this.description,()=>g`<span>${this.description}</span>`)}
				</div>
				<span class="discord-string-select-menu-option-hidden"><input type="checkbox" @click=${()=>this.selectOption?.()} /></span>
			</label>
		`}constructor(){super(...arguments),at(this,y)}static{at(e,a)}};return A=e})();var vl=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Ms=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},su=(()=>{let t=[W("discord-subscript")],i,a=[],e,r=U,u,o=[],c=[];var v=class extends r{static{e=this}static{let h=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],vl(this,null,u,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:l=>"lightTheme"in l,get:l=>l.lightTheme,set:(l,s)=>{l.lightTheme=s}},metadata:h},o,c),vl(null,i={value:e},t,{kind:"class",name:e.name,metadata:h},null,a),v=e=i.value,h&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:h})}static styles=B`
		small {
			display: block;
			color: color-mix(in oklab, hsl(214 calc(1 * 8.1%) 61.2% / 1) 100%, black 0%);
			font-size: 0.8125rem;
			line-height: 1.11719rem;
		}

		:host([light-theme]) > small {
			color: color-mix(in oklab, hsl(228 calc(1 * 5.2%) 38% / 1) 100%, black 0%);
		}
	`;#e=Ms(this,o,!1);get lightTheme(){return this.#e}set lightTheme(h){this.#e=h}render(){return g`
			<small>
				<span>
					<slot></slot>
				</span>
			</small>
		`}constructor(){super(...arguments),Ms(this,c)}static{Ms(e,a)}};return v=e})();var ou=j`
	<path d="M4 0L0 4V8L4 12L8 8V4L4 0ZM7 7.59L4 10.59L1 7.59V4.41L4 1.41L7 4.41V7.59Z" fill="currentColor" />
	<path d="M2 4.83V7.17L4 9.17L6 7.17V4.83L4 2.83L2 4.83Z" fill="currentColor" />
`;function Ts(t={}){return g`<svg ${S(t)} aria-hidden="false" width="24" height="24" viewBox="0 0 8 12">${ou}</svg>`}var lu=j`
	<path
		fill="#3ba55c"
		fill-rule="evenodd"
		d="M17.7163041 15.36645368c-.0190957.02699568-1.9039523 2.6680735-2.9957762 2.63320406-3.0676659-.09785935-6.6733809-3.07188394-9.15694343-5.548738C3.08002193 9.9740657.09772497 6.3791404 0 3.3061316v-.024746C0 2.2060575 2.61386252.3152347 2.64082114.2972376c.7110335-.4971705 1.4917101-.3149497 1.80959713.1372281.19320342.2744561 2.19712724 3.2811005 2.42290565 3.6489167.09884826.1608492.14714912.3554431.14714912.5702838 0 .2744561-.07975258.5770327-.23701117.8751101-.1527655.2902036-.65262318 1.1664385-.89862055 1.594995.2673396.3768148.94804468 1.26429792 2.351016 2.66357424 1.39173858 1.39027775 2.28923588 2.07641807 2.67002628 2.34187563.4302146-.2452108 1.3086162-.74238132 1.5972981-.89423205.5447887-.28682915 1.0907006-.31944893 1.4568885-.08661115.3459689.2182151 3.3383754 2.21027167 3.6225641 2.41611376.2695862.19234426.4144887.5399137.4144887.91672846 0 .2969525-.089862.61190215-.2808189.88523346"
	/>
`;function Cs(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${lu}</svg>`}var nu=j`
	<g fill="none" fill-rule="evenodd">
		<path
			fill="#99AAB5"
			d="M0 14.25V18h3.75L14.81 6.94l-3.75-3.75L0 14.25zM17.71 4.04c.39-.39.39-1.02 0-1.41L15.37.29c-.39-.39-1.02-.39-1.41 0l-1.83 1.83 3.75 3.75 1.83-1.83z"
		/>
		<path d="M0 0h18v18H0" />
	</g>
`;function $s(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${nu}</svg>`}var du=j`
	<g fill="none" fill-rule="evenodd">
		<path d="M0 0h18v18H0z" />
		<path
			fill="#99AAB5"
			d="M3.2765961.00034226C6.344262.0982016 9.949977 3.0722262 12.43353953 5.54908026c2.48356254 2.47685405 5.4658595 6.07177934 5.56358447 9.14478814 0 1.1000741-2.61386252 2.9908969-2.64082114 3.008894-.7110335.4971705-1.4917101.3149497-1.80959713-.1372281-.19320342-.2744561-2.19712724-3.2811005-2.42290565-3.6489167-.09884826-.1608492-.14714912-.3554431-.14714912-.5702838 0-.2744561.07975258-.5770327.23701117-.8751101.1527655-.2902036.65262318-1.1664385.89862055-1.594995-.2673396-.3768148-.94804468-1.26429792-2.351016-2.66357424C8.3695281 6.8223767 7.4720308 6.1362364 7.0912404 5.87077883c-.4302146.2452108-1.3086162.74238132-1.5972981.89423205-.5447887.28682915-1.0907006.31944893-1.4568885.08661115C3.6910849 6.63340693.6986784 4.64135036.4144897 4.43550827.1449035 4.243164.000001 3.89559457.000001 3.5187798c0-.29695252.089862-.61190217.2808189-.88523348.0190957-.02699568 1.9039523-2.6680735 2.9957762-2.63320406z"
		/>
	</g>
`;function Es(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${du}</svg>`}var cu=j`
	<path
		d="m16.908 8.39684-8.29587-8.295827-1.18584 1.184157 1.18584 1.18584-4.14834 4.1475v.00167l-1.18583-1.18583-1.185 1.18583 3.55583 3.55502-4.740831 4.74 1.185001 1.185 4.74083-4.74 3.55581 3.555 1.185-1.185-1.185-1.185 4.1475-4.14836h.0009l1.185 1.185z"
		fill="#b9bbbe"
	/>
`;function js(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${cu}</svg>`}var hu=j`
	<path
		fill="#b9bbbe"
		fill-rule="evenodd"
		d="M1.575 9a2.25 2.25 0 0 0 0 3.18l.345.345c.128.128.323.15.488.075a2.25 2.25 0 0 1 3 3 .43.43 0 0 0 .06.48l.352.345a2.25 2.25 0 0 0 3.18 0l5.077-5.077a.75.75 0 0 1 1.02-1.02L16.425 9a2.25 2.25 0 0 0 0-3.18l-.345-.352a.42.42 0 0 0-.488-.06 2.25 2.25 0 0 1-3-3 .42.42 0 0 0-.068-.488l-.345-.345a2.25 2.25 0 0 0-3.18 0L7.671 2.903a.75.75 0 0 1-1.02 1.02zm7.508-4.725a.75.75 0 1 0-1.057 1.05l.517.525A.75.75 0 1 0 9.6 4.785l-.517-.525Zm2.063 2.063a.75.75 0 1 0-1.057 1.057l.517.525a.75.75 0 0 0 1.057-1.065l-.517-.525Zm2.063 2.063a.75.75 0 0 0-1.057 1.057l.517.525a.75.75 0 0 0 1.057-1.065l-.517-.525Z"
		clip-rule="evenodd"
	/>
`;function Ds(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${hu}</svg>`}var uu=j`
	<path
		d="M10 0C4.486 0 0 4.486 0 10C0 15.515 4.486 20 10 20C15.514 20 20 15.515 20 10C20 4.486 15.514 0 10 0ZM9 4H11V11H9V4ZM10 15.25C9.31 15.25 8.75 14.691 8.75 14C8.75 13.31 9.31 12.75 10 12.75C10.69 12.75 11.25 13.31 11.25 14C11.25 14.691 10.69 15.25 10 15.25Z"
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
	/>
`;function Ss(t={}){return g`<svg ${S(t)} aria-hidden="false" width="20" height="20" viewBox="0 0 20 20">${uu}</svg>`}var mu=j`
	<path
		xmlns="http://www.w3.org/2000/svg"
		d="M18.4 4L12 10.4L5.6 4L4 5.6L10.4 12L4 18.4L5.6 20L12 13.6L18.4 20L20 18.4L13.6 12L20 5.6L18.4 4Z"
		fill="#ed4245"
	/>
`;function Hs(t={}){return g`<svg ${S(t)} aria-hidden="false" width="20" height="20" viewBox="0 0 20 20">${mu}</svg>`}var fu=j`
	<path
		fill="currentColor"
		d="M5.43309 21C5.35842 21 5.30189 20.9325 5.31494 20.859L5.99991 17H2.14274C2.06819 17 2.01168 16.9327 2.02453 16.8593L2.33253 15.0993C2.34258 15.0419 2.39244 15 2.45074 15H6.34991L7.40991 9H3.55274C3.47819 9 3.42168 8.93274 3.43453 8.85931L3.74253 7.09931C3.75258 7.04189 3.80244 7 3.86074 7H7.75991L8.45234 3.09903C8.46251 3.04174 8.51231 3 8.57049 3H10.3267C10.4014 3 10.4579 3.06746 10.4449 3.14097L9.75991 7H15.7599L16.4523 3.09903C16.4625 3.04174 16.5123 3 16.5705 3H18.3267C18.4014 3 18.4579 3.06746 18.4449 3.14097L17.7599 7H21.6171C21.6916 7 21.7481 7.06725 21.7353 7.14069L21.4273 8.90069C21.4172 8.95811 21.3674 9 21.3091 9H17.4099L17.0495 11.04H15.05L15.4104 9H9.41035L8.35035 15H10.5599V17H7.99991L7.30749 20.901C7.29732 20.9583 7.24752 21 7.18934 21H5.43309Z"
	/>
	<path
		fill="currentColor"
		d="M13.4399 12.96C12.9097 12.96 12.4799 13.3898 12.4799 13.92V20.2213C12.4799 20.7515 12.9097 21.1813 13.4399 21.1813H14.3999C14.5325 21.1813 14.6399 21.2887 14.6399 21.4213V23.4597C14.6399 23.6677 14.8865 23.7773 15.0408 23.6378L17.4858 21.4289C17.6622 21.2695 17.8916 21.1813 18.1294 21.1813H22.5599C23.0901 21.1813 23.5199 20.7515 23.5199 20.2213V13.92C23.5199 13.3898 23.0901 12.96 22.5599 12.96H13.4399Z"
	/>
`;function As(t={}){return g`<svg ${S(t)} aria-hidden="false" width="24" height="24" viewBox="0 0 24 24">${fu}</svg>`}var pu=j`
	<g fill="none" fill-rule="evenodd">
		<path d="M18 0H0v18h18z" />
		<path fill="#3ba55c" d="M0 8h14.2l-3.6-3.6L12 3l6 6-6 6-1.4-1.4 3.6-3.6H0" />
	</g>
`;function Ls(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${pu}</svg>`}var vu=j`
	<g fill="none" fill-rule="evenodd" stroke="none" stroke-width="1">
		<path d="M18 0H0v18h18z" />
		<path fill="#ed4245" d="M3.8 8l3.6-3.6L6 3 0 9l6 6 1.4-1.4L3.8 10H18V8" />
	</g>
`;function Is(t={}){return g`<svg ${S(t)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${vu}</svg>`}var qi=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ft=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},gu=(()=>{let t=[W("discord-system-message")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[];var F=class extends r{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:String})],v=[b({reflect:!0,attribute:"type"})],s=[b({type:Boolean,reflect:!0,attribute:"channel-name"})],f=[b({type:Boolean,reflect:!0,attribute:"has-thread"})],m=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],qi(this,null,u,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:y=>"timestamp"in y,get:y=>y.timestamp,set:(y,A)=>{y.timestamp=A}},metadata:x},o,c),qi(this,null,v,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:y=>"type"in y,get:y=>y.type,set:(y,A)=>{y.type=A}},metadata:x},h,l),qi(this,null,s,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:y=>"channelName"in y,get:y=>y.channelName,set:(y,A)=>{y.channelName=A}},metadata:x},_,p),qi(this,null,f,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:y=>"hasThread"in y,get:y=>y.hasThread,set:(y,A)=>{y.hasThread=A}},metadata:x},d,n),qi(this,null,m,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:y=>"lightTheme"in y,get:y=>y.lightTheme,set:(y,A)=>{y.lightTheme=A}},metadata:x},T,D),qi(null,i={value:e},t,{kind:"class",name:e.name,metadata:x},null,a),F=e=i.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=B`
		:host {
			color: #8e9297;
			display: flex;
			font-weight: 400;
			font-size: 1rem;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			padding: 0px 1em;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			padding-right: 0;
			min-height: 1.375rem;
			padding-right: 48px !important;
			margin-top: 1.0625rem;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		:host([channel-name]) {
			color: #fff;
		}

		:host([light-theme][channel-name]) {
			color: #060607;
		}

		:host([type='boost']) svg {
			color: #ff73fa;
		}

		:host([type='alert']) svg {
			color: #faa81a;
		}

		:host([type='error']) svg {
			color: #faa81a;
		}

		:host .discord-message-icon {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			display: flex;
			align-items: flex-start;
			justify-content: center;
		}

		:host .discord-message-icon svg {
			width: 16px;
			height: 16px;
		}

		:host .discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		:host .discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
			display: flex;
			flex-direction: column;
		}

		:host .discord-message-content ::slotted(i) {
			font-style: normal;
			cursor: pointer;
			color: white;
			font-weight: 500;
		}

		:host([light-theme]) .discord-message-content ::slotted(i) {
			color: #060607;
		}

		:host .discord-message-content ::slotted(i:hover) {
			text-decoration: underline;
		}

		:host(:hover) {
			background-color: rgba(4, 4, 5, 0.07);
		}

		:host([light-theme]:hover) {
			background-color: rgba(6, 6, 7, 0.02);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 1.75rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-thread]):after {
			border-color: #747f8d !important;
		}
	`;#e=ft(this,o,new Date);get timestamp(){return this.#e}set timestamp(x){this.#e=x}#t=(ft(this,c),ft(this,h,"join"));get type(){return this.#t}set type(x){this.#t=x}#i=(ft(this,l),ft(this,_,!1));get channelName(){return this.#i}set channelName(x){this.#i=x}#a=(ft(this,p),ft(this,d,!1));get hasThread(){return this.#a}set hasThread(x){this.#a=x}#r=(ft(this,n),ft(this,T,!1));get lightTheme(){return this.#r}set lightTheme(x){this.#r=x}checkType(){if(typeof this.type!="string")throw new TypeError("DiscordSystemMessage `type` prop must be a string.");if(!["join","leave","call","missed-call","boost","edit","thread","pin","alert","error","upgrade"].includes(this.type))throw new RangeError("DiscordSystemMessage `type` prop must be one of: 'join', 'leave', 'call', 'missed-call', 'boost', 'edit', 'thread', 'pin', 'alert', 'upgrade', 'error'")}willUpdate(){this.hasThread=Array.from(this.children).some(x=>x.tagName.toLowerCase()==="discord-thread")}render(){return this.timestamp=Wt(this.timestamp),this.checkType(),g`<div class="discord-message-icon">
				${Bi(this.type,[["join",()=>Ls()],["leave",()=>Is()],["call",()=>Cs()],["missed-call",()=>Es()],["edit",()=>$s()],["boost",()=>Ts()],["thread",()=>As()],["pin",()=>js()],["alert",()=>Ss()],["error",()=>Hs()],["upgrade",()=>Ds()]])}
			</div>
			<div class="discord-message-content">
				<span>
					<slot></slot>
					<span class="discord-message-timestamp">${this.timestamp}</span>
				</span>
				<slot name="reactions"></slot>
				<slot name="thread"></slot>
			</div>`}constructor(){super(...arguments),ft(this,D)}static{ft(e,a)}};return F=e})();var Cr=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},oi=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},_u=(()=>{let t=[W("discord-tenor-video")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[];var f=class extends r{static{e=this}static{let d=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b({type:Number})],s=[b({type:Number})],Cr(this,null,u,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:n=>"url"in n,get:n=>n.url,set:(n,m)=>{n.url=m}},metadata:d},o,c),Cr(this,null,v,{kind:"accessor",name:"height",static:!1,private:!1,access:{has:n=>"height"in n,get:n=>n.height,set:(n,m)=>{n.height=m}},metadata:d},h,l),Cr(this,null,s,{kind:"accessor",name:"width",static:!1,private:!1,access:{has:n=>"width"in n,get:n=>n.width,set:(n,m)=>{n.width=m}},metadata:d},_,p),Cr(null,i={value:e},t,{kind:"class",name:e.name,metadata:d},null,a),f=e=i.value,d&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:d})}static styles=B`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		.discord-tenor-video-wrapper {
			max-width: 169px;
			width: 100%;
			cursor: pointer;
			display: block;
			position: relative;
			-webkit-user-select: text;
			-moz-user-select: text;
			user-select: text;
			overflow: hidden;
			border-radius: 3px;
		}

		.discord-tenor-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;
			left: 0px;
			top: 0px;
		}

		.discord-tenor-video-original-link {
			position: absolute;
			top: 0;
			right: 0;
			bottom: 0;
			left: 0;
			z-index: 1;
		}

		.discord-tenor-video-image-accessory {
			position: absolute;
			top: 6px;
			left: 6px;
			z-index: 3;
		}

		.discord-tenor-video-gif-tag {
			background-image: url('data:image/svg+xml;base64,PHN2ZyBmaWxsPSJub25lIiBoZWlnaHQ9IjIyIiB2aWV3Qm94PSIwIDAgMjkgMjIiIHdpZHRoPSIyOSIgeG1sbnM9Imh0dHA6Ly93d3cudzMub3JnLzIwMDAvc3ZnIiB4bWxuczp4bGluaz0iaHR0cDovL3d3dy53My5vcmcvMTk5OS94bGluayI+PGNsaXBQYXRoIGlkPSJhIj48cGF0aCBkPSJtMCAwaDI5djIyaC0yOXoiLz48L2NsaXBQYXRoPjxnIGNsaXAtcGF0aD0idXJsKCNhKSI+PHBhdGggZD0ibTI2IDBoLTIzYy0xLjY1Njg1IDAtMyAxLjM0MzE1LTMgM3YxNmMwIDEuNjU2OSAxLjM0MzE1IDMgMyAzaDIzYzEuNjU2OSAwIDMtMS4zNDMxIDMtM3YtMTZjMC0xLjY1Njg1LTEuMzQzMS0zLTMtM3oiIGZpbGw9IiMyMDIyMjUiIGZpbGwtb3BhY2l0eT0iLjgiLz48ZyBmaWxsPSIjZmZmIj48cGF0aCBkPSJtOC4wMTcyNSAxNi4yMDU0Yy0uODQxIDAtMS41ODUzNC0uMjE3NS0yLjIzMy0uNjUyNS0uNjQ3NjctLjQzNS0xLjE1MDM0LTEuMDQ0LTEuNTA4LTEuODI3LS4zNTc2Ny0uNzkyNi0uNTM2NS0xLjcwMTMtLjUzNjUtMi43MjYgMC0xLjAxNDk3LjE4ODUtMS45MTM5Ny41NjU1LTIuNjk2OTcuMzg2NjYtLjc4My45NDI1LTEuMzk2ODMgMS42Njc1LTEuODQxNS43MzQ2Ni0uNDQ0NjYgMS42MDk1LS42NjcgMi42MjQ1LS42NjcuODYwMzMgMCAxLjYyODg1LjE4MzY3IDIuMzA1NDUuNTUxLjY4NjQuMzY3MzQgMS4yMDM1Ljg4NDUgMS41NTE1IDEuNTUxNWwtMS42Mzg1IDEuMTc0NWMtLjQ5My0uOTA4NjYtMS4yMjc2Mi0xLjM2My0yLjIwMzk1LTEuMzYzLS44ODkzNCAwLTEuNTcwODQuMjktMi4wNDQ1Ljg3LS40NzM2Ny41NzAzNC0uNzEwNSAxLjM3NzUtLjcxMDUgMi40MjE0NyAwIDEuMDUzNy4yMzY4MyAxLjg2NTcuNzEwNSAyLjQzNi40NzM2Ni41NzA0IDEuMTU1MTYuODU1NSAyLjA0NDUuODU1NS4zOTYzMyAwIC43NTg4My0uMDcyNSAxLjA4NzUtLjIxNzUuMzM4MzUtLjE1NDYuNTk5MzUtLjM2MjUuNzgyOTUtLjYyMzV2LTEuMjQ3aC0yLjMwNTQ1di0xLjg4NWg0LjM2NDQ1djUuNjg0aC0xLjcxMWwtLjI3NTUtLjk1N2MtLjU3MDI5Ljc3MzQtMS40MTYxMiAxLjE2LTIuNTM3NDUgMS4xNnoiLz48cGF0aCBkPSJtMTYuNTQ0NCAxNi4wMDI0aC0yLjExN3YtMTAuMDA0OTdoMi4xMTd6Ii8+PHBhdGggZD0ibTIwLjY5MzMgMTYuMDAyNGgtMi4xMTd2LTEwLjAwNDk3aDYuNjg0NXYxLjkxNGgtNC41Njc1djIuMzc3OTdoMy43MTJ2MS45MTRoLTMuNzEyeiIvPjwvZz48L2c+PC9zdmc+');
			width: 29px;
			height: 22px;
		}
	`;#e=oi(this,o,void 0);get url(){return this.#e}set url(d){this.#e=d}#t=(oi(this,c),oi(this,h,void 0));get height(){return this.#t}set height(d){this.#t=d}#i=(oi(this,l),oi(this,_,void 0));get width(){return this.#i}set width(d){this.#i=d}render(){return g`
			<div class="discord-tenor-video-wrapper" height=${Y(this.height)} width=${Y(this.width)}>
				<a target="_blank" class="discord-tenor-video-original-link" href=${Y(this.url)}> </a>
				<video
					autoplay
					muted
					loop
					preload="auto"
					src=${Y(this.url)}
					class="discord-tenor-video"
					height=${Y(this.height)}
					width=${Y(this.width)}
				></video>
				<div class="discord-tenor-video-image-accessory">
					<div class="discord-tenor-video-gif-tag"></div>
				</div>
			</div>
		`}constructor(){super(...arguments),oi(this,p)}static{oi(e,a)}};return f=e})();var $r=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},li=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},bu=(()=>{let t=[W("discord-thread")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[];var f=class extends r{static{e=this}static{let d=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],$r(this,null,u,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:n=>"name"in n,get:n=>n.name,set:(n,m)=>{n.name=m}},metadata:d},o,c),$r(this,null,v,{kind:"accessor",name:"cta",static:!1,private:!1,access:{has:n=>"cta"in n,get:n=>n.cta,set:(n,m)=>{n.cta=m}},metadata:d},h,l),$r(this,null,s,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:n=>"lightTheme"in n,get:n=>n.lightTheme,set:(n,m)=>{n.lightTheme=m}},metadata:d},_,p),$r(null,i={value:e},t,{kind:"class",name:e.name,metadata:d},null,a),f=e=i.value,d&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:d})}static styles=B`
		:host {
			background-color: #2f3136;
			border-radius: 4px;
			cursor: pointer;
			margin-top: 8px;
			max-width: 480px;
			min-width: 0;
			padding: 8px;
			display: inline-flex;
			width: fit-content;
			flex-direction: column;
		}

		:host([light-theme]) {
			background-color: #f2f3f5;
		}

		:host .discord-thread-top {
			display: flex;
		}

		:host .discord-thread-bottom {
			font-size: 0.875rem;
			line-height: 1.125rem;
			align-items: center;
			color: #b9bbbe;
			display: flex;
			margin-top: 2px;
			white-space: nowrap;
		}

		:host([light-theme]) .discord-thread-bottom {
			color: #4f5660;
		}

		:host .discord-thread-name {
			font-size: 0.875rem;
			font-weight: 600;
			line-height: 1.125rem;
			color: white;
			margin-right: 8px;
			overflow: hidden;
			text-overflow: ellipsis;
			white-space: nowrap;
		}

		:host([light-theme]) .discord-thread-name {
			color: #060607;
		}

		:host .discord-thread-cta {
			color: #00aff4;
			flex-shrink: 0;
			font-size: 0.875rem;
			font-weight: 600;
			line-height: 1.125rem;
		}

		:host .discord-thread-cta:hover {
			text-decoration: underline;
		}

		.discord-thread:hover .discord-thread-cta {
			text-decoration: underline;
		}
	`;#e=li(this,o,"Thread");get name(){return this.#e}set name(d){this.#e=d}#t=(li(this,c),li(this,h,"See Thread"));get cta(){return this.#t}set cta(d){this.#t=d}#i=(li(this,l),li(this,_,!1));get lightTheme(){return this.#i}set lightTheme(d){this.#i=d}render(){return g`
			<div class="discord-thread-top">
				<span class="discord-thread-name">${this.name}</span>
				<span class="discord-thread-cta" aria-hidden="true"> ${this.cta} › </span>
			</div>
			<span class="discord-thread-bottom">
				<slot></slot>
			</span>
		`}constructor(){super(...arguments),li(this,p)}static{li(e,a)}};return f=e})();var pt=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Se=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},yu=(()=>{let t=[W("discord-thread-message")],i,a=[],e,r=U,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[],f,d=[],n=[],m,T=[],D=[],F,x=[],y=[],A,L=[],k=[],$,R=[],ae=[],fe,Z=[],E=[],se,J=[],G=[];var le=class extends r{static{e=this}static{let N=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[b()],f=[b({type:Boolean})],m=[b({type:Boolean})],F=[b({type:Boolean})],A=[b({type:Boolean})],$=[b({attribute:"role-color"})],fe=[b({attribute:"relative-timestamp"})],se=[ie({context:ne}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],pt(this,null,u,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:w=>"profile"in w,get:w=>w.profile,set:(w,C)=>{w.profile=C}},metadata:N},o,c),pt(this,null,v,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:w=>"author"in w,get:w=>w.author,set:(w,C)=>{w.author=C}},metadata:N},h,l),pt(this,null,s,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:w=>"avatar"in w,get:w=>w.avatar,set:(w,C)=>{w.avatar=C}},metadata:N},_,p),pt(this,null,f,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:w=>"bot"in w,get:w=>w.bot,set:(w,C)=>{w.bot=C}},metadata:N},d,n),pt(this,null,m,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:w=>"server"in w,get:w=>w.server,set:(w,C)=>{w.server=C}},metadata:N},T,D),pt(this,null,F,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:w=>"verified"in w,get:w=>w.verified,set:(w,C)=>{w.verified=C}},metadata:N},x,y),pt(this,null,A,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:w=>"edited"in w,get:w=>w.edited,set:(w,C)=>{w.edited=C}},metadata:N},L,k),pt(this,null,$,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:w=>"roleColor"in w,get:w=>w.roleColor,set:(w,C)=>{w.roleColor=C}},metadata:N},R,ae),pt(this,null,fe,{kind:"accessor",name:"relativeTimestamp",static:!1,private:!1,access:{has:w=>"relativeTimestamp"in w,get:w=>w.relativeTimestamp,set:(w,C)=>{w.relativeTimestamp=C}},metadata:N},Z,E),pt(this,null,se,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,C)=>{w.lightTheme=C}},metadata:N},J,G),pt(null,i={value:e},t,{kind:"class",name:e.name,metadata:N},null,a),le=e=i.value,N&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:N})}static styles=B`
		:host {
			height: 18px;
			min-width: 0;
			display: flex;
			align-items: center;
			font-size: 0.875rem;
			line-height: 1.125rem;
		}

		:host .discord-thread-message-avatar {
			margin-right: 8px;
			flex: 0 0 auto;
			width: 16px;
			height: 16px;
			border-radius: 50%;
			user-select: none;
		}

		:host .discord-thread-message-username {
			flex-shrink: 0;
			font-size: inherit;
			line-height: inherit;
			margin-right: 0.25rem;
			opacity: 0.64;
			color: white;
			display: inline;
			vertical-align: baseline;
			position: relative;
			overflow: hidden;
		}

		:host([light-theme]) .discord-thread-message-username {
			color: #060607;
		}

		:host .discord-application-tag {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.65em;
			margin-right: 5px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host .discord-thread-message-content {
			display: flex;
			align-items: baseline;
		}

		:host .discord-message-edited {
			color: #72767d;
			font-size: 10px;
			margin-left: 5px;
		}

		:host .discord-thread-message-timestamp {
			color: #72767d;
			flex-shrink: 0;
			margin-left: 8px;
			font-size: 0.875rem;
			line-height: 1.125rem;
		}

		:host([light-theme]) .discord-thread-message-timestamp,
		:host([light-theme]) .discord-message-edited {
			color: #747f8d;
		}
	`;#e=Se(this,o,void 0);get profile(){return this.#e}set profile(N){this.#e=N}#t=(Se(this,c),Se(this,h,"User"));get author(){return this.#t}set author(N){this.#t=N}#i=(Se(this,l),Se(this,_,void 0));get avatar(){return this.#i}set avatar(N){this.#i=N}#a=(Se(this,p),Se(this,d,!1));get bot(){return this.#a}set bot(N){this.#a=N}#r=(Se(this,n),Se(this,T,!1));get server(){return this.#r}set server(N){this.#r=N}#s=(Se(this,D),Se(this,x,!1));get verified(){return this.#s}set verified(N){this.#s=N}#o=(Se(this,y),Se(this,L,!1));get edited(){return this.#o}set edited(N){this.#o=N}#l=(Se(this,k),Se(this,R,void 0));get roleColor(){return this.#l}set roleColor(N){this.#l=N}#n=(Se(this,ae),Se(this,Z,"1m ago"));get relativeTimestamp(){return this.#n}set relativeTimestamp(N){this.#n=N}#d=(Se(this,E),Se(this,J,!1));get lightTheme(){return this.#d}set lightTheme(N){this.#d=N}resolveAvatar(N){return Ne[N]??N??Ne.default}render(){let N={author:this.author,bot:this.bot,verified:this.verified,server:this.server,roleColor:this.roleColor},w=Reflect.get(ot,this.profile)??{},C={...N,...w,avatar:this.resolveAvatar(w.avatar??this.avatar)};return g`<img src=${Y(C.avatar)} class="discord-thread-message-avatar" alt=${Y(C.author)} />
			${O(C.bot&&!C.server,()=>g`<span class="discord-application-tag"> ${C.verified?He():null} App </span>`)}
			${O(C.server&&!C.bot,()=>g`<span class="discord-application-tag">Server</span>`)}
			<span class="discord-thread-message-username" style=${qe({color:C.roleColor})}> ${C.author} </span>
			<div class="discord-thread-message-content">
				<slot></slot>
				${O(this.edited,()=>g`<span class="discord-message-edited">(edited)</span>`)}
			</div>
			<span class="discord-thread-message-timestamp">${this.relativeTimestamp}</span>`}constructor(){super(...arguments),Se(this,G)}static{Se(e,a)}};return le=e})();var xu=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},zu=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},wu=(()=>{let t=[W("discord-time")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;xu(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o})}static styles=B`
		:host {
			white-space: nowrap;
			background-color: #ffffff0f;
			border-radius: 3px;
			padding: 0 2px;
		}
	`;render(){return g`<slot></slot>`}static{zu(e,a)}};return u=e})();var ku=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Mu=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Tu=(()=>{let t=[W("discord-underlined")],i,a=[],e,r=U;var u=class extends r{static{e=this}static{let o=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;ku(null,i={value:e},t,{kind:"class",name:e.name,metadata:o},null,a),u=e=i.value,o&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:o}),Mu(e,a)}render(){return g`
			<u>
				<slot></slot>
			</u>
		`}};return u=e})();var gl=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},Os=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},Cu=(()=>{let t=[W("discord-unordered-list")],i,a=[],e,r=U,u,o=[],c=[];var v=class extends r{static{e=this}static{let h=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b({type:Boolean,reflect:!0})],gl(this,null,u,{kind:"accessor",name:"nested",static:!1,private:!1,access:{has:l=>"nested"in l,get:l=>l.nested,set:(l,s)=>{l.nested=s}},metadata:h},o,c),gl(null,i={value:e},t,{kind:"class",name:e.name,metadata:h},null,a),v=e=i.value,h&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:h})}static styles=B`
		:host > ul {
			list-style-image: initial;
			list-style: disc;
			list-style-position: outside;
			margin: 4px 0 0 16px;
			padding: 0px;
		}

		:host([nested]) > ul {
			list-style: circle;
		}
	`;#e=Os(this,o,!1);get nested(){return this.#e}set nested(h){this.#e=h}checkChildren(){if(!Array.from(this.children).every(l=>{let s=l.tagName.toLowerCase();return s==="discord-list-item"||s==="discord-unordered-list"||s==="discord-ordered-list"}))throw new Le("All direct children inside of a <discord-unordered-list> components must be one of <discord-unordered-list>, <discord-ordered-list>, or <discord-list-item>.")}willUpdate(){(this.parentElement?.tagName.toLowerCase()==="discord-unordered-list"||this.parentElement?.tagName.toLowerCase()==="discord-ordered-list")&&(this.nested=!0)}render(){return this.checkChildren(),g`<ul>
			<slot></slot>
		</ul>`}constructor(){super(...arguments),Os(this,c)}static{Os(e,a)}};return v=e})();var $u=j`
	<path fill="currentColor" d="M4 6c0-1.1.9-2 2-2h3a1 1 0 0 0 0-2H6a4 4 0 0 0-4 4v3a1 1 0 0 0 2 0V6ZM4 18c0 1.1.9 2 2 2h3a1 1 0 1 1 0 2H6a4 4 0 0 1-4-4v-3a1 1 0 1 1 2 0v3ZM18 4a2 2 0 0 1 2 2v3a1 1 0 1 0 2 0V6a4 4 0 0 0-4-4h-3a1 1 0 1 0 0 2h3ZM20 18a2 2 0 0 1-2 2h-3a1 1 0 1 0 0 2h3a4 4 0 0 0 4-4v-3a1 1 0 1 0-2 0v3Z"></path>
`;function Vs(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="24" height="24" fill="none" viewBox="0 0 24 24">${$u}</svg>`}var Eu=j`
	<path fill="currentColor" d="M6 4a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1H6ZM15 4a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1h-3Z"></path>
`;function Ps(t={}){return g`<svg ${S(t)} aria-hidden="true" role="img" width="16" height="16" fill="none" viewBox="0 0 24 24">${Eu}</svg>`}var Er=function(t,i,a,e,r,u){function o(m){if(m!==void 0&&typeof m!="function")throw new TypeError("Function expected");return m}for(var c=e.kind,v=c==="getter"?"get":c==="setter"?"set":"value",h=!i&&t?e.static?t:t.prototype:null,l=i||(h?Object.getOwnPropertyDescriptor(h,e.name):{}),s,_=!1,p=a.length-1;p>=0;p--){var f={};for(var d in e)f[d]=d==="access"?{}:e[d];for(var d in e.access)f.access[d]=e.access[d];f.addInitializer=function(m){if(_)throw new TypeError("Cannot add initializers after decoration has completed");u.push(o(m||null))};var n=(0,a[p])(c==="accessor"?{get:l.get,set:l.set}:l[v],f);if(c==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(s=o(n.get))&&(l.get=s),(s=o(n.set))&&(l.set=s),(s=o(n.init))&&r.unshift(s)}else(s=o(n))&&(c==="field"?r.unshift(s):l[v]=s)}h&&Object.defineProperty(h,e.name,l),_=!0},ni=function(t,i,a){for(var e=arguments.length>2,r=0;r<i.length;r++)a=e?i[r].call(t,a):i[r].call(t);return e?a:void 0},ju=(()=>{let t=[W("discord-video-attachment")],i,a=[],e,r=Xa,u,o=[],c=[],v,h=[],l=[],s,_=[],p=[];var f=class extends r{static{e=this}static{let d=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;u=[b()],v=[b()],s=[ie({context:ne,subscribe:!0}),b({type:Boolean,reflect:!0,attribute:"light-theme"})],Er(this,null,u,{kind:"accessor",name:"href",static:!1,private:!1,access:{has:n=>"href"in n,get:n=>n.href,set:(n,m)=>{n.href=m}},metadata:d},o,c),Er(this,null,v,{kind:"accessor",name:"poster",static:!1,private:!1,access:{has:n=>"poster"in n,get:n=>n.poster,set:(n,m)=>{n.poster=m}},metadata:d},h,l),Er(this,null,s,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:n=>"lightTheme"in n,get:n=>n.lightTheme,set:(n,m)=>{n.lightTheme=m}},metadata:d},_,p),Er(null,i={value:e},t,{kind:"class",name:e.name,metadata:d},null,a),f=e=i.value,d&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:d})}static styles=[er,Ja,Ka,B`
			:host {
				display: grid;
				height: -moz-fit-content;
				height: fit-content;
				grid-auto-flow: row;
				grid-row-gap: 0.25rem;
				grid-template-columns: repeat(auto-fill, minmax(100%, 1fr));
				text-indent: 0;
				min-height: 0;
				min-width: 0;
				padding-top: 0.125rem;
				padding-bottom: 0.125rem;
				position: relative;

				--seek-before-width: 0%;
				--buffered-width: 0%;
				--volume-slider-opacity: 0;
			}

			:host .discord-button-download-attachment {
				top: 5px !important;
				right: 8px !important;
			}

			.discord-video-attachment-one-by-one-grid {
				max-width: 100%;
				border-radius: 8px;
				overflow: hidden;
				display: inline-block;
				width: -moz-fit-content;
				width: fit-content;
				max-height: 350px;
			}

			.discord-media-attachment-mosaic-item-media {
				overflow: hidden;
				align-items: start;
				justify-self: auto !important;
			}

			.discord-video-attachment-image-wrapper {
				display: block;
				max-height: inherit;
				margin: auto;
				width: 550px;
				height: 100%;
				flex: auto;
				position: relative;
				-webkit-user-select: text;
				-moz-user-select: text;
				user-select: text;
				overflow: hidden;
				border-radius: 3px;
			}

			.discord-video-attachment-loading-overlay {
				aspect-ratio: 1.74603 / 1;
				width: 100%;
				height: 100%;
			}

			.discord-video-attachment-wrapper {
				height: 100%;
				width: 100%;
				max-height: inherit;
				position: relative;
				overflow: hidden;
				border-radius: 3px;
				color: hsl(0 calc(1 * 0%) 100% / 1);
				-webkit-user-select: none;
				-moz-user-select: none;
				user-select: none;
				background-color: hsl(225 calc(1 * 6.3%) 12.5% / 1);
			}

			.discord-video-attachment-wrapper-light-theme.discord-video-attachment-wrapper {
				background-color: hsl(0 calc(1 * 0%) 97.6% / 1);
			}

			.discord-video-attachment-video-container {
				width: 100%;
				height: 100%;
				max-height: inherit;
				object-fit: cover;
				position: relative;
				display: block;
				-o-object-fit: cover;
				border-radius: 3px;
			}

			.discord-video-attachment-video-container::-webkit-media-controls-enclosure {
				display: none !important;
			}

			.discord-video-attachment-video-controls {
				position: absolute;
				left: 0;
				right: 0;
				bottom: -10px;
				padding-bottom: 10px;
				width: 100%;
				display: flex;
				align-items: center;
				background-color: hsl(0 calc(1 * 0%) 0% / 0.6);
				height: 32px;
			}

			.discord-video-attachment-video-button {
				margin-right: 8px;
			}

			.discord-video-attachment-control-icon {
				display: block;
				width: 24px;
				height: 24px;
				padding: 4px;
				cursor: pointer;
				flex: 0 0 auto;
				opacity: 0.6;
			}

			.discord-video-attachment-duration-time-wrapper {
				flex: 0 0 auto;
				margin: 4px;
				height: 12px;
			}

			.discord-video-attachment-duration-time-display {
				font-weight: 500;
				display: inline-block;
				font-family:
					'gg mono', 'Source Code Pro', Consolas, 'Andale Mono WT', 'Andale Mono', 'Lucida Console', 'Lucida Sans Typewriter',
					'DejaVu Sans Mono', 'Bitstream Vera Sans Mono', 'Liberation Mono', 'Nimbus Mono L', Monaco, 'Courier New', Courier, monospace;
				font-size: 12px;
				line-height: 12px;
				vertical-align: text-top;
			}

			.discord-video-attachment-duration-time-separator {
				margin: 0 2px;
			}

			.discord-video-attachment-full-screen-button {
				cursor: pointer;
				margin-right: 8px;
				width: auto;
				background: transparent;
				color: currentColor;
				border: 0;
				padding: 0;
				margin: 0;
				position: relative;
				display: flex;
				justify-content: center;
				align-items: center;
				box-sizing: border-box;
				border-radius: 3px;
				font-size: 14px;
				font-weight: 500;
				line-height: 16px;
				-webkit-user-select: none;
				-moz-user-select: none;
				user-select: none;
			}

			.discord-video-attachment-play-pause-pop {
				opacity: 0;
				transform: scale(2.5) translateZ(0px);
				position: absolute;
				top: 50%;
				left: 50%;
				margin-left: -23px;
				margin-top: -23px;
				padding: 12px;
				width: 24px;
				height: 24px;
				background-color: hsl(0 calc(1 * 0%) 0% / 0.6);
				color: hsl(0 calc(1 * 0%) 100% / 1);
				border-radius: 50%;
				pointer-events: none;
			}

			.discord-video-attachment-play-pause-pop-icon {
				width: 24px;
				height: 24px;
				display: block;
			}

			.discord-video-attachment-horizontal {
				width: 100%;
				display: flex;
				align-self: stretch;
			}

			.discord-video-attachment-media-bar-interaction {
				position: relative;
				flex: 1 1 auto;
				align-self: stretch;
				display: flex;
				align-items: center;
				cursor: pointer;
				margin: 0 7px;
			}

			@keyframes playPausePopIconKeyframes {
				0% {
					opacity: 0;
				}
				100% {
					opacity: 0;
				}
			}

			.discord-video-attachment-overlay-content-hidden {
				animation: playPausePopIconKeyframes 0.2s ease-in-out infinite;
			}
		`];#e=ni(this,o,void 0);get href(){return this.#e}set href(d){this.#e=d}#t=(ni(this,c),ni(this,h,void 0));get poster(){return this.#t}set poster(d){this.#t=d}#i=(ni(this,l),ni(this,_,!1));get lightTheme(){return this.#i}set lightTheme(d){this.#i=d}playPausePopAnimationContainerRef=(ni(this,p),vt());async handleFullScreenClicked(){this.mediaComponentRef.value&&await this.mediaComponentRef.value.requestFullscreen()}handleHasStartedPlayingOrHasPaused(){this.playPausePopAnimationContainerRef.value&&this.playPausePopAnimationContainerRef.value.classList.add("discord-video-attachment-overlay-content-hidden"),globalThis.setTimeout(()=>{this.playPausePopAnimationContainerRef.value&&this.playPausePopAnimationContainerRef.value.classList.remove("discord-video-attachment-overlay-content-hidden")},200)}render(){return g`<div class="discord-media-attachment-non-visual-media-item-container">
			<div class="discord-video-attachment-one-by-one-grid">
				<div class="discord-media-attachment-mosaic-item-media">
					<div class="discord-video-attachment-image-wrapper">
						<div class="discord-video-attachment-loading-overlay">
							<div
								class=${ue({"discord-video-attachment-wrapper":!0,"discord-video-attachment-wrapper-light-theme":this.lightTheme})}
							>
								<video
									${Qe(this.mediaComponentRef)}
									class="discord-video-attachment-video-container"
									playsinline
									height="315"
									preload="metadata"
									width="550"
									role="button"
									poster=${Y(this.poster)}
									@play=${this.handleHasStartedPlayingOrHasPaused}
									@pause=${this.handleHasStartedPlayingOrHasPaused}
									@progress=${this.displayBufferedAmount}
									@click=${this.handleClickPlayPauseIcon}
									@ended=${this.handleEnded}
								>
									<source src=${Y(this.href)} />
								</video>
								<div class="discord-video-attachment-video-controls">
									<div class="discord-media-attachment-controls" style="transform: translateY(0%)">
										<div
											class="discord-media-attachment-video-button"
											tabindex="0"
											aria-label="${this.isPlaying?"Pause":"Play"}"
											role="button"
											@click=${this.handleClickPlayPauseIcon}
											@keydown=${this.handleSpaceToPlayPause}
										>
											${O(this.hasEnded,()=>ha({class:"discord-media-attachment-control-icon"}),()=>O(this.isPlaying,()=>da({class:"discord-media-attachment-control-icon"}),()=>ca({class:"discord-media-attachment-control-icon"})))}
										</div>
										<div class="discord-media-attachment-duration-time-wrapper">
											<span role="status" class="discord-media-attachment-duration-time-display"
												>${this.currentPlaybackPosition}</span
											>
											<span
												role="separator"
												class="discord-media-attachment-duration-time-display discord-media-attachment-duration-time-separator"
												>/</span
											>
											<span class="discord-media-attachment-duration-time-display">${this.totalMediaDuration}</span>
										</div>
										<div class="discord-media-attachment-horizontal">
											<div class="discord-media-attachment-media-bar-interaction">
												<input
													type="range"
													${Qe(this.seekSliderRef)}
													class="discord-media-attachment-playback-control"
													@input=${this.handleSeekSliderInput}
													@change=${this.handleSeekSliderChange}
													max="100"
													value="0"
												/>
											</div>
										</div>
										<div class="discord-media-attachment-flex">
											<div class="discord-media-attachment-flex-container">
												<div ${Qe(this.volumeControlRef)} class="discord-media-attachment-button-slider">
													<div
														class="discord-media-attachment-volume-vertical"
														@mouseenter=${this.handleVolumeVerticalEnter}
														@mouseleave=${this.handleVolumeVerticalLeave}
													>
														<input
															${Qe(this.volumeControlInputRef)}
															type="range"
															class="discord-media-attachment-volume-slider"
															@input=${this.handleVolumeSliderInput}
															max="100"
															value="100"
														/>
													</div>
												</div>
												<button
													aria-label="Control volume"
													type="button"
													class="discord-media-attachment-button"
													@focus=${this.handleVolumeVerticalFocus}
													@blur=${this.handleVolumeVerticalBlur}
													@mouseover=${this.handleVolumeVerticalEnter}
													@mouseout=${this.handleVolumeVerticalLeave}
													@click=${this.handleClickMuteIcon}
												>
													<div class="discord-media-attachment-button-content">
														${O(this.currentVolume===0||this.isMuted,()=>fa({class:"discord-media-attachment-button-control-icon"}),()=>O(this.currentVolume<=.5,()=>ma({class:"discord-media-attachment-button-control-icon"}),()=>ua({class:"discord-media-attachment-button-control-icon"})))}
													</div>
												</button>
											</div>
										</div>
										<div>
											<button
												aria-label="Full screen"
												type="button"
												class="discord-media-attachment-button"
												@click=${this.handleFullScreenClicked}
											>
												<div class="discord-media-attachment-button-content">
													${Vs({class:"discord-media-attachment-button-control-icon"})}
												</div>
											</button>
										</div>
									</div>
								</div>
								<div class="discord-video-attachment-play-pause-pop">
									${Ps({class:"discord-video-attachment-play-pause-pop-icon"})}
								</div>
								<div ${Qe(this.playPausePopAnimationContainerRef)}></div>
							</div>
						</div>
					</div>
				</div>
			</div>
			<div class="discord-button-download-attachment">
				<a
					class="discord-link-download-attachment"
					aria-label="Download"
					href="${Y(this.href)}"
					rel="noreferrer noopener"
					target="_blank"
					role="button"
					tabindex="0"
				>
					${ti()}
				</a>
			</div>
		</div>`}static{ni(e,a)}};return f=e})();var export_parseMarkdown=Du.parse;export{Jd as DiscordActionRow,ic as DiscordAttachments,Pc as DiscordAudioAttachment,Qc as DiscordAuthorInfo,Kc as DiscordBold,Jc as DiscordButton,eh as DiscordCode,nh as DiscordCommand,Le as DiscordComponentsError,dh as DiscordCustomEmoji,ch as DiscordEmbed,mh as DiscordEmbedDescription,fh as DiscordEmbedField,gh as DiscordEmbedFields,_h as DiscordEmbedFooter,yh as DiscordFileAttachment,xh as DiscordHeader,zh as DiscordImageAttachment,kr as DiscordInputText,Th as DiscordInvite,Eh as DiscordItalic,Dc as DiscordLink,Sh as DiscordListItem,Nh as DiscordMention,Uh as DiscordMessage,jc as DiscordMessages,Zh as DiscordModal,Wh as DiscordOrderedList,Qh as DiscordPoll,Yh as DiscordPollAnswer,Gh as DiscordPre,Kh as DiscordQuote,Xh as DiscordReaction,tu as DiscordReactions,is as DiscordReply,iu as DiscordSpoiler,au as DiscordStringSelectMenu,ru as DiscordStringSelectMenuOption,su as DiscordSubscript,gu as DiscordSystemMessage,_u as DiscordTenorVideo,bu as DiscordThread,yu as DiscordThreadMessage,wu as DiscordTime,Tu as DiscordUnderlined,Cu as DiscordUnorderedList,Nc as DiscordVerifiedAuthorTag,ju as DiscordVideoAttachment,U as LitElement,Vl as cache,ue as classMap,vt as createRef,B as css,Zt as getConfig,Rl as guard,g as html,Y as ifDefined,Nl as keyed,Bl as live,Te as noChange,_e as nothing,export_parseMarkdown as parseMarkdown,Qe as ref,ea as render,Zl as repeat,kc as setConfig,qe as styleMap,j as svg};
