export { operatorParty } from '../../delivery/store/parties.ts'
